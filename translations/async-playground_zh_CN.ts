<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New program</source>
        <translation>新建程序</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Find an example</source>
        <translation>查找示例</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Comment or uncomment</source>
        <translation>注释或取消注释</translation>
    </message>
    <message>
        <source>Duplicate the line</source>
        <translation>在下方复制一行</translation>
    </message>
    <message>
        <source>Move the line up</source>
        <translation>上移一行</translation>
    </message>
    <message>
        <source>Move the line down</source>
        <translation>下移一行</translation>
    </message>
    <message>
        <source>What happened in this line</source>
        <translation>这一行发生了什么</translation>
    </message>
    <message>
        <source>Mend full-width punctuation</source>
        <translation>修正全角标点</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>瞬时</translation>
    </message>
    <message>
        <source>Simulated network</source>
        <translation>模拟网络</translation>
    </message>
    <message>
        <source>Real network</source>
        <translation>真实网络</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个运行过程</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Follow the live edge</source>
        <translation>跟随当前时刻</translation>
    </message>
    <message>
        <source>Explanations in both languages</source>
        <translation>中英对照讲解</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Presentation mode</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>示例列表</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Larger letters in the editor</source>
        <translation>编辑器字号加大</translation>
    </message>
    <message>
        <source>Smaller letters in the editor</source>
        <translation>编辑器字号减小</translation>
    </message>
    <message>
        <source>Usual letters in the editor</source>
        <translation>编辑器恢复默认字号</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>About Async Playground</source>
        <translation>关于异步演练场</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a menu, %2 a line of it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Show the line&apos;s waits in the chart</source>
        <translation>在图表中突出这一行的等待</translation>
    </message>
    <message>
        <source>Filter tasks</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>Fold away tasks that are done</source>
        <translation>收起已完成的任务</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>New program in C++</source>
        <translation>新建 C++ 程序</translation>
    </message>
    <message>
        <source>Lay out the program (C++)</source>
        <translation>整理代码格式（C++）</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Check memory in C++ (address sanitizer)</source>
        <translation>检查 C++ 的内存错误（AddressSanitizer）</translation>
    </message>
    <message>
        <source>Compare with its partner</source>
        <translation>与搭档对比</translation>
    </message>
    <message>
        <source>Compare Python with C++</source>
        <translation>对比 Python 与 C++</translation>
    </message>
    <message>
        <source>Run both at once</source>
        <translation>两个程序同时运行</translation>
    </message>
    <message>
        <source>Keep the run to compare</source>
        <translation>留下这次运行作对比</translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation>显示对比</translation>
    </message>
    <message>
        <source>Save the comparison as a picture…</source>
        <translation>把对比保存为图片…</translation>
    </message>
    <message>
        <source>Copy the comparison as a picture</source>
        <translation>把对比复制为图片</translation>
    </message>
    <message>
        <source>Previous view of the chart</source>
        <translation>图表的上一个视图</translation>
    </message>
    <message>
        <source>Next view of the chart</source>
        <translation>图表的下一个视图</translation>
    </message>
    <message>
        <source>Python and C++ side by side</source>
        <translation>Python 与 C++ 并排</translation>
    </message>
    <message>
        <source>Program in</source>
        <translation>编程语言</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>对比(&amp;O)</translation>
    </message>
    <message>
        <source>Export the run…</source>
        <translation>导出这次运行…</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>把图表复制为图片</translation>
    </message>
    <message>
        <source>Play the run again, or pause</source>
        <translation>回放这次运行／暂停</translation>
    </message>
    <message>
        <source>Replay: one event back</source>
        <translation>回放：退一个事件</translation>
    </message>
    <message>
        <source>Replay: one event on</source>
        <translation>回放：进一个事件</translation>
    </message>
    <message>
        <source>Save the run…</source>
        <translation>保存这次运行…</translation>
    </message>
    <message>
        <source>Table of tasks</source>
        <translation>任务表</translation>
    </message>
    <message>
        <source>Details of the task</source>
        <translation>任务的细节</translation>
    </message>
    <message>
        <source>Overview of the run</source>
        <translation>运行概览</translation>
    </message>
    <message>
        <source>Who woke whom, of all tasks</source>
        <translation>所有任务的唤醒箭头</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>关键路径</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>标记这一时刻</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一个标记</translation>
    </message>
</context>
<context>
    <name>AddressSanitizer</name>
    <message>
        <source>Line %1</source>
        <extracomment>Begins a sentence: &quot;Line 7 uses memory that …&quot;</extracomment>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The program</source>
        <comment>begins a sentence</comment>
        <translation>程序</translation>
    </message>
    <message>
        <source>line %1</source>
        <comment>within a sentence</comment>
        <extracomment>Within a sentence: &quot;… that line 6 has freed already&quot;</extracomment>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>another place</source>
        <comment>within a sentence</comment>
        <translation>别处</translation>
    </message>
    <message>
        <source>a local variable</source>
        <comment>within a sentence</comment>
        <translation>一个局部变量</translation>
    </message>
    <message>
        <source>the variable %1 of line %2</source>
        <comment>within a sentence</comment>
        <extracomment>Within a sentence: %1 is the name of a variable, %2 the number of the line that declares it</extracomment>
        <translation>第 %2 行的变量 %1</translation>
    </message>
    <message>
        <source>%1 uses memory that %2 has already freed.</source>
        <translation>%1用到的内存，已经在%2释放了。</translation>
    </message>
    <message>
        <source>%1 frees memory that %2 has already freed.</source>
        <translation>%1释放的内存，已经在%2释放过了。</translation>
    </message>
    <message>
        <source>%1 goes beyond the end of the memory that %2 allocated.</source>
        <translation>%1越界了：超出了在%2分配的内存。</translation>
    </message>
    <message>
        <source>%1 goes beyond the end of %2.</source>
        <translation>%1越界了：超出了%2的范围。</translation>
    </message>
    <message>
        <source>%1 goes beyond the end of a global variable.</source>
        <translation>%1越界了：超出了一个全局变量的范围。</translation>
    </message>
    <message>
        <source>%1 uses %2, but its function has already returned.</source>
        <translation>%1用到了%2，可它所在的函数早已返回。</translation>
    </message>
    <message>
        <source>%1 uses %2, but the block that it lived in has ended.</source>
        <translation>%1用到了%2，可它所在的代码块已经结束。</translation>
    </message>
    <message>
        <source>%1 has called functions within functions until there was no room left: does one call itself without end?</source>
        <translation>%1一层层调用函数，把栈用完了：是不是有函数在无止境地调用自己？</translation>
    </message>
    <message>
        <source>%1 uses an address where there is nothing. Is it a null pointer?</source>
        <translation>%1用到的地址上什么都没有，是不是空指针？</translation>
    </message>
    <message>
        <source>%1 frees something that was never allocated.</source>
        <translation>%1释放了从未分配过的内存。</translation>
    </message>
    <message>
        <source>%1 frees memory in another way than it was allocated: delete is for new, delete[] for new[], free() for malloc().</source>
        <translation>%1释放内存的方式与分配时不配对：new 配 delete，new[] 配 delete[]，malloc() 配 free()。</translation>
    </message>
    <message>
        <source>%1 does something that must not be done with memory.</source>
        <translation>%1的内存操作有错。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) that line %1 allocated were never freed (memory leak).</source>
        <extracomment>%1 is the number of a line</extracomment>
        <translation>
            <numerusform>第 %1 行分配的 %n 字节内存始终没有释放（内存泄漏）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The address sanitizer calls this %2.</source>
        <extracomment>%1 is a sentence of what is wrong, %2 its name for people who know it: &quot;heap-use-after-free&quot;</extracomment>
        <translation>%1地址检查器（AddressSanitizer）称之为 %2。</translation>
    </message>
</context>
<context>
    <name>BuildCache</name>
    <message>
        <source>Nothing can be written to the folder %1, in which C++ programs are built. Make room there, or name another folder for caches in the environment variable XDG_CACHE_HOME.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>C++ 程序在文件夹 %1 里编译，但那里写不进任何东西。请腾出空间，或用环境变量 XDG_CACHE_HOME 指定另一个缓存文件夹。</translation>
    </message>
</context>
<context>
    <name>BuildWords</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 what is wrong there</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>The compiler has found %n error(s).</source>
        <translation>
            <numerusform>编译器发现了 %n 处错误。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>its id is not the name of its folder</source>
        <translation>它的 id 与文件夹名不一致</translation>
    </message>
    <message>
        <source>it has no program</source>
        <translation>没有程序</translation>
    </message>
    <message>
        <source>its program %1 is missing</source>
        <translation>缺少它的程序 %1</translation>
    </message>
    <message>
        <source>The example in %1 is left out: %2.</source>
        <translation>已略过 %1 中的示例：%2。</translation>
    </message>
    <message>
        <source>its experiments are not the same in both languages</source>
        <translation>两种语言的实验不一致</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>memory limit of %1 reached</source>
        <translation>内存达到上限 %1</translation>
    </message>
    <message numerus="yes">
        <source>limit of %n process(es) reached</source>
        <translation>
            <numerusform>进程数达到上限 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>crashed, signal %1</source>
        <translation>崩溃，信号 %1</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>sleep</source>
        <extracomment>Legend, short: waiting for a point in time</extracomment>
        <translation>等计时</translation>
    </message>
    <message>
        <source>task</source>
        <extracomment>Legend, short: waiting for another task, for a future, for either</extracomment>
        <translation>等任务</translation>
    </message>
    <message>
        <source>future</source>
        <translation>等 Future</translation>
    </message>
    <message>
        <source>network</source>
        <extracomment>Legend, short: waiting for the network, for a child process, for either</extracomment>
        <translation>等网络</translation>
    </message>
    <message>
        <source>process</source>
        <translation>等子进程</translation>
    </message>
    <message>
        <source>thread</source>
        <extracomment>Legend, short: waiting for a thread</extracomment>
        <translation>等线程</translation>
    </message>
    <message>
        <source>queue</source>
        <extracomment>Legend, short: waiting for a queue, for a lock or an event, for any of them</extracomment>
        <translation>等队列</translation>
    </message>
    <message>
        <source>lock/event</source>
        <translation>等锁/事件</translation>
    </message>
    <message>
        <source>input</source>
        <translation>等输入</translation>
    </message>
    <message>
        <source>other wait</source>
        <extracomment>Legend, short: waiting for input from the keyboard, for something else, for either</extracomment>
        <translation>其他等待</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1× concurrency</source>
        <extracomment>%1 is a ratio: 1.67</extracomment>
        <translation>并发 %1 倍</translation>
    </message>
    <message>
        <source>the trace is incomplete</source>
        <translation>记录不完整</translation>
    </message>
    <message>
        <source>failed, exit code %1</source>
        <translation>失败，退出码 %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state</comment>
        <extracomment>Legend, short: the task has the thread</extracomment>
        <translation>运行</translation>
    </message>
    <message>
        <source>ready</source>
        <extracomment>Legend, short: the task could run, but the loop is busy</extracomment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>blocked %1</source>
        <translation>占用 %1</translation>
    </message>
    <message>
        <source>This run made no tasks.</source>
        <translation>这次运行没有创建任务。</translation>
    </message>
    <message numerus="yes">
        <source>… and %1 more task(s)</source>
        <extracomment>%1 is the number, with separators between thousands</extracomment>
        <translation>
            <numerusform>……还有 %1 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>There was too much to keep: some detail is missing.</source>
        <translation>内容太多，部分细节未保留。</translation>
    </message>
    <message>
        <source>task/future</source>
        <translation>等任务/Future</translation>
    </message>
    <message>
        <source>network/process</source>
        <translation>等网络/子进程</translation>
    </message>
    <message>
        <source>queue/lock</source>
        <translation>等队列/锁</translation>
    </message>
    <message>
        <source>input/other</source>
        <translation>等输入/其他</translation>
    </message>
    <message>
        <source>blocked by %1 for %2</source>
        <extracomment>%1 is a task that kept the event loop&apos;s thread, %2 how long</extracomment>
        <translation>被 %1 占用 %2</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>lookup</source>
        <extracomment>On a bar, short: looking up the address of a host</extracomment>
        <translation>查域名</translation>
    </message>
    <message>
        <source>connect</source>
        <extracomment>On a bar, short: connecting to a host</extracomment>
        <translation>连接</translation>
    </message>
    <message>
        <source>answer</source>
        <extracomment>On a bar, short: the request is sent, and nothing has come back so far</extracomment>
        <translation>等回应</translation>
    </message>
    <message>
        <source>receive</source>
        <extracomment>On a bar, short: data arrive</extracomment>
        <translation>接收</translation>
    </message>
    <message>
        <source>calls</source>
        <extracomment>Beside a lane inside of a task: the coroutines that it awaits</extracomment>
        <translation>调用</translation>
    </message>
    <message>
        <source>calls, level %1</source>
        <translation>调用，第 %1 层</translation>
    </message>
    <message>
        <source>network</source>
        <comment>lane</comment>
        <extracomment>Beside a lane inside of a task: the phases of its connections</extracomment>
        <translation>网络</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) done</source>
        <translation>
            <numerusform>%n 个任务已完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>The chart could not be written to %1: the name must end in .svg, .png or .pdf.</source>
        <translation>无法把图表写入 %1：文件名须以 .svg、.png 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>The chart could not be written to %1: the picture is too large.</source>
        <translation>无法把图表写入 %1：图片太大。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The chart is too large to be copied as a picture. Export it as SVG or PDF instead.</source>
        <translation>图表太大，不能复制为图片。请改为导出 SVG 或 PDF。</translation>
    </message>
</context>
<context>
    <name>ChartTip</name>
    <message>
        <source>looking up the name</source>
        <translation>查询域名</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>waiting for the first byte</source>
        <translation>等首字节</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>the event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>还在继续</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Awaits</source>
        <translation>在等</translation>
    </message>
    <message>
        <source>and there</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>running: it has the thread</source>
        <translation>运行中：线程归它</translation>
    </message>
    <message>
        <source>ready: it waits for its turn in the event loop</source>
        <translation>就绪：等事件循环轮到它</translation>
    </message>
    <message>
        <source>ready: it gave way for one turn of the event loop</source>
        <translation>就绪：让出了一轮事件循环</translation>
    </message>
    <message>
        <source>waiting for time to pass</source>
        <translation>等计时到点</translation>
    </message>
    <message>
        <source>waiting for another task</source>
        <translation>等另一个任务</translation>
    </message>
    <message>
        <source>waiting for a future</source>
        <translation>等 Future</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>等网络</translation>
    </message>
    <message>
        <source>waiting for a process</source>
        <translation>等子进程</translation>
    </message>
    <message>
        <source>waiting for a thread</source>
        <translation>等线程</translation>
    </message>
    <message>
        <source>waiting for a queue</source>
        <translation>等队列</translation>
    </message>
    <message>
        <source>waiting for a lock or an event</source>
        <translation>等锁或事件</translation>
    </message>
    <message>
        <source>waiting for input</source>
        <translation>等输入</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Coroutine</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1 创建</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Woken by</source>
        <translation>被谁唤醒</translation>
    </message>
    <message>
        <source>idle: nothing is ready</source>
        <translation>空闲：没有就绪的任务</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回调</translation>
    </message>
    <message numerus="yes">
        <source>%n stretch(es)</source>
        <extracomment>So many stretches of a task&apos;s life, running or waiting, are drawn as one</extracomment>
        <translation>
            <numerusform>%n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>in a coroutine that it awaits</source>
        <translation>在它所等待的协程里</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--speed takes a number from 0.01 to 1000, or the word instant, but not “%1”.</source>
        <translation>--speed 须是 0.01 到 1000 之间的数，或者 instant，不能是“%1”。</translation>
    </message>
    <message>
        <source>--network takes simulated, real or none, but not “%1”.</source>
        <translation>--network 须是 simulated、real 或 none，不能是“%1”。</translation>
    </message>
    <message>
        <source>--timeout takes a number of seconds above zero and of at most a week, but not “%1”.</source>
        <translation>--timeout 须是大于零、不超过一周的秒数，不能是“%1”。</translation>
    </message>
    <message>
        <source>--memory takes a whole number of MiB from %1 to %2, but not “%3”.</source>
        <translation>--memory 须是 %1 到 %2 之间的整数（MiB），不能是“%3”。</translation>
    </message>
    <message>
        <source>--language takes zh_CN or en, but not “%1”.</source>
        <translation>--language 须是 zh_CN 或 en，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 needs the name of a file.</source>
        <translation>%1 后面须写文件名。</translation>
    </message>
    <message>
        <source>“async-playground --help” lists what there is.</source>
        <translation>用“async-playground --help”查看全部用法。</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>这里没有选项 %1。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 后面须写一个值。</translation>
    </message>
    <message>
        <source>“run” needs the file of a program: async-playground run FILE</source>
        <translation>“run”后面须写程序文件：async-playground run FILE</translation>
    </message>
    <message>
        <source>“run” takes one file, but here is %1 as well. Arguments for the program go behind “--”.</source>
        <translation>“run”只接受一个文件，这里却还有 %1。传给程序的参数写在“--”之后。</translation>
    </message>
    <message>
        <source>“examples” takes no argument, but here is “%1”.</source>
        <translation>“examples”不接受参数，这里却有“%1”。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The window opens one program at a time, but here is %1 as well.</source>
        <translation>窗口一次只打开一个程序，但这里还有 %1。</translation>
    </message>
    <message>
        <source>There is no command and no file “%1”.</source>
        <translation>没有“%1”这个命令，也没有这个文件。</translation>
    </message>
    <message>
        <source>“compare” needs the files of two programs or more: async-playground compare FILE FILE</source>
        <translation>“compare”后面至少须写两个程序文件：async-playground compare FILE FILE</translation>
    </message>
    <message>
        <source>“compare” takes %1 programs at most, but here are %2.</source>
        <translation>“compare”最多接受 %1 个程序，这里却有 %2 个。</translation>
    </message>
    <message>
        <source>--paper takes slide, a4 or a4-portrait, but not “%1”.</source>
        <translation>--paper 可以是 slide、a4 或 a4-portrait，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 is a saved run, and no program: async-playground show %1</source>
        <translation>%1 是保存的运行，不是程序：async-playground show %1</translation>
    </message>
    <message>
        <source>“show” needs the file of one saved run: async-playground show FILE.aprun</source>
        <translation>“show”要一个保存的运行的文件：async-playground show FILE.aprun</translation>
    </message>
    <message>
        <source>Usage: async-playground [FILE | --example ID] [--run]       open the window, with a program or an example
       async-playground run FILE [OPTION]… [-- ARGUMENT…]   run a program without the window
       async-playground compare FILE FILE… [OPTION]…        run two to four programs and compare the runs;
                                                           saved runs are taken as they are
       async-playground show FILE.aprun [OPTION]…           tell of a saved run, without running anything
       async-playground examples [--json]                  list the examples that come along
       async-playground --help | --version

Options of run and compare; show has --summary, --trace, --chart, --paper and --language:
  --speed X|instant            let the program&apos;s clock run X times as fast, or skip all waiting
  --network simulated|real|none
                               answer for all hosts within the program (default), use the real
                               network, or none at all
  --timeout S                  end the program after S seconds
  --memory MIB                 memory for the program and all that it starts (default 1024)
  --record FILE.aprun          save the run with its program, to be opened in the window or shown
                               and compared without running it again; with run only
  --summary FILE.json          write what happened: tasks, waits, figures, diagnoses
  --trace FILE.json            write a trace for Perfetto (ui.perfetto.dev); not with compare
  --chart FILE.svg|.png|.pdf   draw the chart of the tasks; of all runs on one time axis
  --paper slide|a4|a4-portrait draw it for a slide or for paper, which a PDF has several pages of
                               where there are many tasks (default: as large as it is)
  --sanitize                   build a program in C++ with the address sanitizer, which tells of
                               memory used wrongly, and where; not with compare
  --language zh_CN|en          the language of everything that is said (default: the system&apos;s)

The program&apos;s own input, output and exit status are passed through. Exit status 124: the time
limit was reached. 2: the command line is wrong, or FILE cannot be opened or run or, in C++, does not
compile. 3: the program ended well, but a file asked for could not be written. 127: it could
not be started.

compare runs its programs one after the other, without input. The comparison goes to standard
output, what the programs print to standard error. Its exit status is that of the first program
that did not end well.
</source>
        <translation>用法：async-playground [FILE | --example ID] [--run]    打开窗口，可带一个程序、一次保存的运行或示例
      async-playground run FILE [选项]… [-- 参数…]    运行一个程序，观察它的任务
      async-playground compare FILE FILE… [选项]…    运行两到四个程序，比较各次运行；保存的运行直接拿来比
      async-playground show FILE.aprun [选项]…       说明一次保存的运行，不再运行任何东西
      async-playground examples [--json]             列出自带的示例
      async-playground --help | --version

run 和 compare 的选项（show 有 --summary、--trace、--chart、--paper 和 --language）：
  --speed X|instant            程序的时钟以 X 倍速走，或跳过一切等待
  --network simulated|real|none
                               在程序内部模拟所有主机（默认）、使用真实网络，或完全断网
  --timeout S                  S 秒后终止程序
  --memory MIB                 程序及其启动的所有进程可用的内存（默认 1024）
  --record FILE.aprun          把这次运行连同程序存下来，以后不必再运行，就能在窗口里打开、说明和比较；只有 run 有这一项
  --summary FILE.json          写出运行情况：任务、等待、数据、诊断
  --trace FILE.json            写出可用 Perfetto（ui.perfetto.dev）打开的记录；compare 没有这一项
  --chart FILE.svg|.png|.pdf   画出任务的图表；compare 把各次运行画在同一条时间轴上
  --paper slide|a4|a4-portrait 按幻灯片或 A4 纸的大小画；任务多时 PDF 会分页（默认与内容一样大）
  --sanitize                   用地址检查器编译 C++ 程序，指出错用内存的地方；compare 没有这一项
  --language zh_CN|en          所有文字的语言（默认跟随系统）

程序自己的输入、输出和退出码原样传递。退出码 124：到了时限。2：命令行有误，或 FILE 无法运行、无法打开，
C++ 程序编译不通过也是 2。3：程序正常结束，但有要求写出的文件没能写成。127：程序无法启动。

compare 依次运行各个程序，不给它们输入。比较结果写到标准输出，程序打印的内容写到标准错误。
它的退出码是第一个没有正常结束的程序的退出码。
</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n more below in the table</source>
        <translation>
            <numerusform>另有 %n 个，见下方表格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message>
        <source>%1, %2, prints:</source>
        <extracomment>Above what a program prints: %1 is the letter of its run, %2 its name</extracomment>
        <translation>%1（%2）的输出：</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>total</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>concurrency</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>任务数</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more task(s)</source>
        <translation>
            <numerusform>……另有 %n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CppKit</name>
    <message>
        <source>What C++ programs are built with, in %1, is not complete. Build or install Async Playground again.</source>
        <translation>编译 C++ 程序所需的文件（在 %1 里）不完整。请重新构建或安装异步演练场。</translation>
    </message>
</context>
<context>
    <name>EditorLines</name>
    <message>
        <source>%1 to go</source>
        <extracomment>%1 is a duration: 0.59 s</extracomment>
        <translation>还要 %1</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <extracomment>%1 is a task&apos;s name</extracomment>
        <translation>在等 %1</translation>
    </message>
    <message>
        <source>network, %1</source>
        <extracomment>%1 is how long a task has waited for it</extracomment>
        <translation>等网络，%1</translation>
    </message>
    <message>
        <source>process, %1</source>
        <translation>等子进程，%1</translation>
    </message>
    <message>
        <source>thread, %1</source>
        <translation>等线程，%1</translation>
    </message>
    <message>
        <source>queue, %1</source>
        <translation>等队列，%1</translation>
    </message>
    <message>
        <source>lock, %1</source>
        <translation>等锁，%1</translation>
    </message>
    <message>
        <source>waiting for input</source>
        <translation>等待输入</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <extracomment>%1 is how long a task has waited until now</extracomment>
        <translation>已等 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of tasks</extracomment>
        <translation>
            <numerusform>%1 等另外 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>running, %1</source>
        <extracomment>A task has the thread, for %1 until now</extracomment>
        <translation>运行中，%1</translation>
    </message>
    <message>
        <source>ready, but the loop is busy, %1</source>
        <extracomment>A task could go on, but something else has had the thread for %1</extracomment>
        <translation>已就绪，但循环正忙，%1</translation>
    </message>
    <message>
        <source>Waited once, for %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>等待过 1 次，共 %1</translation>
    </message>
    <message numerus="yes">
        <source>Waited %n time(s), %1 in all</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>
            <numerusform>等待过 %n 次，合计 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest: %1, by %2</source>
        <extracomment>the longest of some waits: %1 a duration, %2 a task</extracomment>
        <translation>最长一次：%1（%2）</translation>
    </message>
    <message>
        <source>Longest: %1</source>
        <translation>最长一次：%1</translation>
    </message>
    <message>
        <source>By %1</source>
        <extracomment>%1 is a list of tasks</extracomment>
        <translation>任务：%1</translation>
    </message>
</context>
<context>
    <name>ExamplesCommand</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>One line of a list: %1 is an example&apos;s title, %2 what it shows</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The examples are not where they belong. Build or install Async Playground again.</source>
        <translation>找不到自带的示例。请重新构建或安装异步演练场。</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>文件夹 %1 不存在</translation>
    </message>
</context>
<context>
    <name>Playground::AlignButton</name>
    <message>
        <source>At the start</source>
        <translation>在起点对齐</translation>
    </message>
    <message>
        <source>At a chosen moment of each run</source>
        <translation>在各次运行中选定的时刻对齐</translation>
    </message>
    <message>
        <source>Where %1 starts</source>
        <extracomment>%1: a task&apos;s name</extracomment>
        <translation>在 %1 开始处对齐</translation>
    </message>
    <message>
        <source>Align: start</source>
        <translation>对齐：起点</translation>
    </message>
    <message>
        <source>Align: %1</source>
        <extracomment>%1: a task&apos;s name</extracomment>
        <translation>对齐：%1</translation>
    </message>
    <message>
        <source>Align: moment</source>
        <translation>对齐：所选时刻</translation>
    </message>
    <message>
        <source>Where the runs meet on the time axis. Or drag a run&apos;s axis.</source>
        <translation>各次运行在时间轴上的对齐点。也可以直接拖动某次运行的时间轴。</translation>
    </message>
</context>
<context>
    <name>Playground::BuildMarks</name>
    <message>
        <source>The compiler: %1</source>
        <translation>编译器原文：%1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 what the compiler says of it</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>What the compiler said</source>
        <translation>编译器的原话</translation>
    </message>
</context>
<context>
    <name>Playground::ChartFilterBar</name>
    <message numerus="yes">
        <source>%n task(s) hidden</source>
        <translation>
            <numerusform>隐藏了 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter tasks</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>显示哪些任务</translation>
    </message>
    <message>
        <source>Tasks in any state</source>
        <translation>任何状态的任务</translation>
    </message>
    <message>
        <source>Ready tasks</source>
        <translation>就绪的任务</translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation>正在运行的任务</translation>
    </message>
    <message>
        <source>Waiting tasks</source>
        <translation>等待中的任务</translation>
    </message>
    <message>
        <source>Tasks that are done</source>
        <translation>已完成的任务</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>出错的任务</translation>
    </message>
    <message>
        <source>Cancelled tasks</source>
        <translation>已取消的任务</translation>
    </message>
    <message>
        <source>Fold away tasks that are done</source>
        <translation>收起已完成的任务</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
</context>
<context>
    <name>Playground::ChartHeader</name>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>building…</source>
        <translation>正在编译…</translation>
    </message>
</context>
<context>
    <name>Playground::ChartLayers</name>
    <message>
        <source>The critical path shows when the run has ended</source>
        <translation>运行结束后显示关键路径</translation>
    </message>
    <message>
        <source>Too many wake-ups for arrows: zoom in to see them</source>
        <translation>唤醒太多，放大后显示箭头</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>在关键路径上</translation>
    </message>
</context>
<context>
    <name>Playground::ChartPanel</name>
    <message>
        <source>Nothing has run yet</source>
        <translation>还没有运行过</translation>
    </message>
    <message>
        <source>Press F5: each task becomes a bar on a time axis, with what it waits for.</source>
        <translation>按 F5 运行：每个任务在时间轴上画成一条，看得见它什么时候在跑、在等什么。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The program is starting…</source>
        <translation>程序正在启动…</translation>
    </message>
    <message>
        <source>No task so far</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>The program runs, but has not started an event loop. What it prints is in the output.</source>
        <translation>程序在运行，但还没有启动事件循环。它打印的内容在输出里。</translation>
    </message>
    <message>
        <source>The program ended before it had a task. The output says more.</source>
        <translation>程序在创建任务之前就结束了，原因见输出。</translation>
    </message>
    <message>
        <source>This run made no tasks</source>
        <translation>这次运行没有任务</translation>
    </message>
    <message>
        <source>The program could not be started</source>
        <translation>程序无法启动</translation>
    </message>
    <message>
        <source>Preparing the header…</source>
        <translation>正在准备头文件…</translation>
    </message>
    <message>
        <source>Only this once: with it, the compiler is done with each program in a moment.</source>
        <translation>只需这一次。准备好之后，每个程序很快就能编译完。</translation>
    </message>
    <message>
        <source>Compiling…</source>
        <translation>正在编译…</translation>
    </message>
    <message>
        <source>Linking…</source>
        <translation>正在链接…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The program was not built to the end, so it did not run.</source>
        <translation>程序还没有编译完，所以没有运行。</translation>
    </message>
    <message>
        <source>The program ran from top to bottom without an event loop. %1 starts one; then its tasks are shown here.</source>
        <extracomment>%1 is a call</extracomment>
        <translation>程序从头到尾运行完了，没有用到事件循环。用 %1 启动事件循环，任务就会显示在这里。</translation>
    </message>
    <message>
        <source>The program does not compile</source>
        <translation>程序编译不通过</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>转到第 %1 行</translation>
    </message>
    <message>
        <source>What the compiler said</source>
        <translation>编译器的原话</translation>
    </message>
    <message>
        <source>Press F5: each task becomes a line of a table, with what it did and for how long.</source>
        <translation>按 F5 运行：每个任务在表里占一行，看得见它做了什么、用了多久。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>The tasks on a time axis</source>
        <translation>时间轴上的任务</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The tasks as a table</source>
        <translation>任务列成的表</translation>
    </message>
</context>
<context>
    <name>Playground::CodeEditor</name>
    <message>
        <source>Program text</source>
        <translation>程序代码</translation>
    </message>
    <message>
        <source>The program that Run runs. Tab indents here: to leave the editor by keyboard, press Ctrl+Tab, or Escape and then Tab.</source>
        <extracomment>What a person is told who asks what the editor is</extracomment>
        <translation>点“运行”时执行的就是这里的程序。Tab 键在这里用来缩进；要用键盘离开编辑器，请按 Ctrl+Tab，或先按 Esc 再按 Tab。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Comment or Uncomment</source>
        <translation>注释或取消注释</translation>
    </message>
</context>
<context>
    <name>Playground::CodeView</name>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Code in %1</source>
        <translation>%1 代码</translation>
    </message>
    <message>
        <source>Edit this</source>
        <extracomment>A button below a piece of code; short</extracomment>
        <translation>放进编辑器</translation>
    </message>
    <message>
        <source>Put this program into the editor, as a draft of your own</source>
        <translation>把这段程序放进编辑器，作为你自己的草稿</translation>
    </message>
</context>
<context>
    <name>Playground::CommandPalette</name>
    <message>
        <source>Type a command, in English or 中文</source>
        <translation>输入命令，中文或英文都可以</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command is called that</source>
        <translation>没有这个名字的命令</translation>
    </message>
</context>
<context>
    <name>Playground::CompareChartView</name>
    <message>
        <source>Charts of the runs</source>
        <translation>各次运行的图</translation>
    </message>
</context>
<context>
    <name>Playground::CompareCommands</name>
    <message>
        <source>This run stays in the comparison; the next one comes below it.</source>
        <translation>这次运行会留在对比里，下一次排在它下面。</translation>
    </message>
    <message>
        <source>Four runs are kept already. Take one away in the comparison first.</source>
        <translation>已经留了四次运行。请先在对比里去掉一次。</translation>
    </message>
    <message>
        <source>The run is kept. The next one is compared with it.</source>
        <translation>这次运行已留下，下一次运行会与它对比。</translation>
    </message>
    <message>
        <source>Four runs are compared already. Take one away in the comparison before you keep this one.</source>
        <translation>已经在对比四次运行。要留下这一次，请先在对比里去掉一次。</translation>
    </message>
    <message>
        <source>comparison</source>
        <comment>name of a file</comment>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>Playground::ComparePanel</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可以对比的运行</translation>
    </message>
    <message>
        <source>Run this example and its partner with F7. Or run a program, keep that run as the baseline with F9, and run another one.</source>
        <translation>按 F7，把这个示例和它的搭档各运行一次；也可以先运行一个程序，按 F9 留作基准，再运行另一个。</translation>
    </message>
    <message>
        <source>One run is kept: %1</source>
        <extracomment>%1: a program&apos;s title</extracomment>
        <translation>已留下一次运行：%1</translation>
    </message>
    <message>
        <source>Now run another program, or the same one with a change. It is shown here on the same time axis.</source>
        <translation>再运行另一个程序，或把同一个程序改一改再运行，就会显示在同一条时间轴上。</translation>
    </message>
    <message>
        <source>Compare with the partner</source>
        <translation>与搭档对比</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待运行</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>building</source>
        <translation>正在编译</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Why they differ is told when both have ended.</source>
        <translation>两次运行都结束后，这里会说明差别的原因。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>%1 and %2: letters of runs, which are compared with each other</extracomment>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Back to the program (Esc)</source>
        <translation>返回程序（Esc）</translation>
    </message>
    <message>
        <source>Back to the program</source>
        <translation>返回程序</translation>
    </message>
    <message>
        <source>For which runs reason, source and wipe are shown</source>
        <translation>原因、源代码和擦除对比说的是哪两次运行</translation>
    </message>
    <message>
        <source>How the charts are shown</source>
        <translation>图的显示方式</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>上下排列</translation>
    </message>
    <message>
        <source>One chart under another</source>
        <translation>一张图在另一张图下方</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦除对比</translation>
    </message>
    <message>
        <source>Both at the same place; the line wipes from one to the other</source>
        <translation>两张图叠在同一处，拖动分界线从一张擦到另一张</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>关键路径</translation>
    </message>
    <message>
        <source>The chain of causes that the total consists of</source>
        <translation>决定总时间的一环扣一环的因果链</translation>
    </message>
    <message>
        <source>Copy the comparison as a picture</source>
        <translation>把对比复制为图片</translation>
    </message>
    <message>
        <source>Save the comparison as a picture</source>
        <translation>把对比保存为图片</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Click the moment of each run at which they are to meet, or drag its axis</source>
        <translation>在每次运行的图上点一下要对齐的时刻，或拖动它的时间轴</translation>
    </message>
</context>
<context>
    <name>Playground::CompareTableModel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1: no such task</source>
        <extracomment>%1: a run&apos;s letter</extracomment>
        <translation>%1：没有这个任务</translation>
    </message>
    <message>
        <source>%1: running %2, ready %3, waiting %4</source>
        <extracomment>%1: a run&apos;s letter; the others durations</extracomment>
        <translation>%1：运行 %2，就绪 %3，等待 %4</translation>
    </message>
</context>
<context>
    <name>Playground::CompilerSearch</name>
    <message>
        <source>Install clang 14 or later, or g++ 13 or later, and run the program again.</source>
        <translation>请安装 clang 14 或更新的版本，或者 g++ 13 或更新的版本，然后重新运行。</translation>
    </message>
    <message>
        <source>Install clang: %1. Then run the program again.</source>
        <translation>请安装 clang：%1，然后重新运行。</translation>
    </message>
    <message>
        <source>There is no fit C++ compiler on this machine: %1 is too old, it makes wrong programs of coroutines.</source>
        <extracomment>%1 is a compiler with its version</extracomment>
        <translation>这台机器上没有合适的 C++ 编译器：%1 太旧，会把协程编译成错误的程序。</translation>
    </message>
    <message>
        <source>There is no C++ compiler on this machine, so C++ programs cannot be built.</source>
        <translation>这台机器上没有 C++ 编译器，无法编译 C++ 程序。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Playground::CompilerTextDialog</name>
    <message>
        <source>What the compiler said</source>
        <translation>编译器的原话</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Playground::CppBuild</name>
    <message>
        <source>%1 has failed: %2</source>
        <extracomment>%1 is a compiler, %2 what it said</extracomment>
        <translation>%1 失败了：%2</translation>
    </message>
    <message>
        <source>The address sanitizer&apos;s library is not installed. On Debian: sudo apt install %1. Then run the program again, or switch the address sanitizer off.</source>
        <translation>地址检查器的库没有安装。在 Debian 上请运行：sudo apt install %1，然后重新运行程序，或者关掉地址检查。</translation>
    </message>
    <message>
        <source>(There was more, which is left out.)</source>
        <translation>（内容太多，后面的省略了。）</translation>
    </message>
</context>
<context>
    <name>Playground::CppFormat</name>
    <message>
        <source>clang-format did not come to an end. The program is as it was.</source>
        <extracomment>%1 is what the tool said itself</extracomment>
        <translation>clang-format 一直没有结束，程序保持原样。</translation>
    </message>
    <message>
        <source>clang-format could not lay out the program: %1</source>
        <translation>clang-format 无法整理这个程序：%1</translation>
    </message>
    <message>
        <source>clang-format, which lays out programs, is not on this machine. Install it first.</source>
        <translation>这台机器上没有整理代码用的 clang-format，请先安装。</translation>
    </message>
    <message>
        <source>clang-format, which lays out programs, is not on this machine. Install it: %1.</source>
        <translation>这台机器上没有整理代码用的 clang-format。安装命令：%1。</translation>
    </message>
</context>
<context>
    <name>Playground::DocumentCommands</name>
    <message>
        <source>Python programs (*.py)</source>
        <translation>Python 程序 (*.py)</translation>
    </message>
    <message>
        <source>C++ programs (*.cpp)</source>
        <translation>C++ 程序 (*.cpp)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>The variant is in the editor. Guess first, then run it.</source>
        <translation>改好的程序已放进编辑器。先猜一猜，再运行。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>找回来</translation>
    </message>
    <message>
        <source>The examples are not where they belong. Build or install Async Playground again.</source>
        <translation>找不到自带的示例。请重新构建或安装异步演练场。</translation>
    </message>
    <message>
        <source>The file is gone. Its text is still here in the editor.</source>
        <translation>文件不见了，内容还在编辑器里。</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>重新保存</translation>
    </message>
    <message>
        <source>Another program has changed the file. The editor has the text from before.</source>
        <translation>文件被别的程序改过了，编辑器里还是之前的内容。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>This program is there in C++ only. The examples are there in both languages.</source>
        <translation>这个程序只有 C++ 版本。示例则两种语言都有。</translation>
    </message>
    <message>
        <source>This program is there in Python only. The examples are there in both languages.</source>
        <translation>这个程序只有 Python 版本。示例则两种语言都有。</translation>
    </message>
    <message>
        <source>Programs and saved runs (*.py *.cpp *.aprun)</source>
        <translation>程序和保存的运行 (*.py *.cpp *.aprun)</translation>
    </message>
    <message>
        <source>Saved runs (*.aprun)</source>
        <translation>保存的运行 (*.aprun)</translation>
    </message>
    <message>
        <source>Open a program or a saved run</source>
        <translation>打开程序或保存的运行</translation>
    </message>
</context>
<context>
    <name>Playground::DocumentHeader</name>
    <message>
        <source>Example · changed</source>
        <translation>示例 · 已修改</translation>
    </message>
    <message>
        <source>Example · unchanged</source>
        <translation>示例 · 未修改</translation>
    </message>
    <message>
        <source>%1 · not saved</source>
        <extracomment>%1 is the folder of a file that was edited and not saved</extracomment>
        <translation>%1 · 未保存</translation>
    </message>
    <message>
        <source>New program</source>
        <translation>新程序</translation>
    </message>
    <message>
        <source>Draft · no file yet</source>
        <translation>草稿 · 尚未存为文件</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Back to the saved file</source>
        <translation>恢复到已保存的内容</translation>
    </message>
</context>
<context>
    <name>Playground::EditorPanel</name>
    <message>
        <source>The original is back.</source>
        <translation>已恢复原样。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Playground::EmptyGallery</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>没有示例</translation>
    </message>
    <message>
        <source>They are not where they belong. Build or install Async Playground again.</source>
        <translation>示例不在该在的位置。请重新构建或安装异步演练场。</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <extracomment>%1 is what was searched for</extracomment>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Titles and hints are searched in Chinese and in English.</source>
        <translation>标题和提示都会搜索，中英文都行。</translation>
    </message>
</context>
<context>
    <name>Playground::ExplanationPanel</name>
    <message>
        <source>Explanation</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>The explanation of this example cannot be read: %1</source>
        <translation>这一课的讲解读不出来：%1</translation>
    </message>
</context>
<context>
    <name>Playground::ExportCommands</name>
    <message>
        <source>The run is in %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>The chart is in the clipboard, as a picture.</source>
        <translation>图表已作为图片放进剪贴板。</translation>
    </message>
</context>
<context>
    <name>Playground::ExportDialog</name>
    <message>
        <source>All tasks as a table: names, times, states and results, for a spreadsheet.</source>
        <translation>所有任务的表格：名字、时间、状态和结果，可以用电子表格打开。</translation>
    </message>
    <message>
        <source>All that happened, to be opened in Perfetto (ui.perfetto.dev).</source>
        <translation>完整的记录，可以用 Perfetto（ui.perfetto.dev）打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) have no room on %1 pages.</source>
        <translation>
            <numerusform>%1 页放不下，还差 %n 个任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) have no room. A PDF of a fixed size has pages for them.</source>
        <translation>
            <numerusform>放不下 %n 个任务。选 PDF 和固定的大小，就会分页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) have no room. A PDF has further pages for them.</source>
        <translation>
            <numerusform>放不下 %n 个任务。选 PDF 就会分页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>%1 is the number of a page, %2 how many there are</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>导出这次运行</translation>
    </message>
    <message>
        <source>Save the comparison as a picture</source>
        <translation>把对比保存为图片</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>PDF: to print, to hand out</source>
        <translation>PDF：打印、发讲义</translation>
    </message>
    <message>
        <source>SVG: for pages and papers</source>
        <translation>SVG：网页、排版</translation>
    </message>
    <message>
        <source>PNG: for slides and chats</source>
        <translation>PNG：幻灯片、聊天</translation>
    </message>
    <message>
        <source>CSV: the table of the tasks</source>
        <translation>CSV：任务表</translation>
    </message>
    <message>
        <source>JSON: the trace, for Perfetto</source>
        <translation>JSON：给 Perfetto 的记录</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A4, portrait</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>幻灯片 16:9</translation>
    </message>
    <message>
        <source>As large as the chart</source>
        <translation>与图一样大</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整次运行</translation>
    </message>
    <message>
        <source>The part that the chart shows</source>
        <translation>图上看到的这一段</translation>
    </message>
    <message>
        <source>With</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Title and figures</source>
        <translation>标题和数据</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>Playground::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>全词匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>no valid pattern</source>
        <translation>表达式有误</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>没有找到</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>共 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The third of twelve matches</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>Playground::GalleryModel</name>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>said of an example to those who cannot see that it is the one in the editor</extracomment>
        <translation>已打开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an example&apos;s title and what it shows</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is kept here. It is in no file of yours yet.</source>
        <translation>%1 已经替你存好，但还没有保存成文件。</translation>
    </message>
    <message>
        <source>My programs</source>
        <translation>我的程序</translation>
    </message>
</context>
<context>
    <name>Playground::GalleryPanel</name>
    <message>
        <source>Search examples</source>
        <translation>搜索示例</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Examples and my programs</source>
        <translation>示例和我的程序</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>an untitled program</extracomment>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>Playground::GanttView</name>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>Read aloud; %1 a task, %2 its state, %3 how long it has taken</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Chart of the tasks</source>
        <translation>任务图</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到当前时刻</translation>
    </message>
    <message>
        <source>Follow the run again (End)</source>
        <translation>重新跟随运行（End）</translation>
    </message>
</context>
<context>
    <name>Playground::MainWindow</name>
    <message>
        <source>Async Playground</source>
        <translation>异步演练场</translation>
    </message>
    <message>
        <source>About Async Playground</source>
        <translation>关于异步演练场</translation>
    </message>
    <message>
        <source>Async Playground %1</source>
        <translation>异步演练场 %1</translation>
    </message>
    <message>
        <source>Run asynchronous programs and watch every task on a chart.

Free software under the GNU General Public License, version 3 or later. Built on Qt %1, QCoro, QScintilla and CPython.</source>
        <translation>运行异步程序，在图上看清每一个任务。

本软件是自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本，基于 Qt %1、QCoro、QScintilla 和 CPython。</translation>
    </message>
</context>
<context>
    <name>Playground::MarkTool</name>
    <message>
        <source>Mark %1</source>
        <extracomment>A moment of a run that somebody has marked; %1 is its number</extracomment>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Name of the mark</source>
        <translation>标记的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete all marks</source>
        <translation>删除所有标记</translation>
    </message>
</context>
<context>
    <name>Playground::MendingOffers</name>
    <message numerus="yes">
        <source>%n no-break space(s) became ordinary</source>
        <translation>
            <numerusform>%n 个不换行空格已换成普通空格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full-width space(s) became ordinary</source>
        <translation>
            <numerusform>%n 个全角空格已换成普通空格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s) are gone</source>
        <translation>
            <numerusform>去掉了 %n 个看不见的字符</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Bring the raw text back</source>
        <translation>换回原文</translation>
    </message>
    <message numerus="yes">
        <source>%n full-width punctuation mark(s) in the code</source>
        <translation>
            <numerusform>代码里有 %n 个全角标点</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it ordinary</source>
        <translation>改成半角</translation>
    </message>
    <message>
        <source>Make “%1” an Ordinary “%2”</source>
        <extracomment>%1 is a full-width character, %2 the ordinary one</extracomment>
        <translation>把“%1”改成半角“%2”</translation>
    </message>
    <message>
        <source>Make All Full-Width Punctuation Ordinary</source>
        <translation>把所有全角标点改成半角</translation>
    </message>
    <message>
        <source>“%1” is a full-width mark, which Python does not know: it wants “%2”.
Ctrl+click, or Alt+Enter with the caret behind it, makes it ordinary.</source>
        <extracomment>%1 is a full-width character, %2 the ordinary one</extracomment>
        <translation>“%1”是全角标点，Python 不认识，应该写成“%2”。
按住 Ctrl 点它，或把光标放在它后面按 Alt+Enter，就能改过来。</translation>
    </message>
</context>
<context>
    <name>Playground::MomentWords</name>
    <message>
        <source>running</source>
        <extracomment>Before a task&apos;s name: it has the loop&apos;s thread</extracomment>
        <translation>运行</translation>
    </message>
    <message>
        <source>callback %1</source>
        <extracomment>%1 is a function that is called by the loop, not by a task</extracomment>
        <translation>回调 %1</translation>
    </message>
    <message>
        <source>the loop waits</source>
        <translation>事件循环在等待</translation>
    </message>
    <message>
        <source>queue</source>
        <extracomment>Before the names of the tasks that are ready, in the order in which they come to run</extracomment>
        <translation>就绪队列</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个在等</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 个已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 个已取消</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>关闭这条通知</translation>
    </message>
</context>
<context>
    <name>Playground::OutputPanel</name>
    <message>
        <source>Output</source>
        <extracomment>What the program prints: the title of a panel</extracomment>
        <translation>输出</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>显示全部任务</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>To the end</source>
        <extracomment>Scrolls to the latest line</extracomment>
        <translation>回到末尾</translation>
    </message>
    <message>
        <source>Input for the program</source>
        <translation>给程序的输入</translation>
    </message>
    <message>
        <source>Return sends the line, Ctrl+D ends the input</source>
        <translation>按回车发送这一行，按 Ctrl+D 结束输入</translation>
    </message>
    <message>
        <source>What the program prints appears here.</source>
        <translation>程序打印的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing has been printed yet.</source>
        <translation>还没有任何输出。</translation>
    </message>
    <message>
        <source>The program printed nothing.</source>
        <translation>程序没有打印任何内容。</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未能启动</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopped: out of time</source>
        <translation>超时，已停止</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>all tasks</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Output of: %1</source>
        <translation>显示谁的输出：%1</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>选择显示哪个任务的输出</translation>
    </message>
    <message numerus="yes">
        <source>%n more task(s)</source>
        <translation>
            <numerusform>还有 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>The program waits for a line: type it, then Return</source>
        <translation>程序在等你输入一行：写好后按回车</translation>
    </message>
</context>
<context>
    <name>Playground::OutputView</name>
    <message>
        <source>… %1 left out: too much at once …</source>
        <extracomment>Stands in the output, where it came faster than it could be kept. %1 is an amount: 12.5 MiB</extracomment>
        <translation>……输出太快，略去 %1……</translation>
    </message>
    <message>
        <source>Earlier output is no longer kept.</source>
        <translation>更早的输出已不再保留。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>复制这一行</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>连同时间一起复制</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>显示全部任务</translation>
    </message>
    <message>
        <source>Show this task only</source>
        <translation>只看这个任务</translation>
    </message>
    <message>
        <source>%1 s, standard error: %2</source>
        <extracomment>A line of output, read aloud. %1 is a number of seconds, %2 the text</extracomment>
        <translation>%1 秒，标准错误：%2</translation>
    </message>
    <message>
        <source>%1 s: %2</source>
        <extracomment>A line of output, read aloud. %1 is a number of seconds, %2 the text</extracomment>
        <translation>%1 秒：%2</translation>
    </message>
</context>
<context>
    <name>Playground::OverviewStrip</name>
    <message>
        <source>The whole run is in view</source>
        <translation>正在显示全程</translation>
    </message>
    <message>
        <source>Overview of the run</source>
        <translation>运行概览</translation>
    </message>
    <message>
        <source>The whole run: drag the window or its edges, click to go there, double-click to see everything</source>
        <translation>全程：拖动窗口或它的边缘，单击跳到那里，双击显示全程</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>全程</translation>
    </message>
</context>
<context>
    <name>Playground::PrecompiledHeader</name>
    <message>
        <source>The headers that C++ programs need do not compile. Are the development packages of Qt 6, QCoro and {fmt} installed? On Debian: sudo apt install qt6-base-dev qcoro-qt6-dev libfmt-dev</source>
        <translation>C++ 程序所需的头文件编译不通过。Qt 6、QCoro 和 {fmt} 的开发包装了吗？在 Debian 上：sudo apt install qt6-base-dev qcoro-qt6-dev libfmt-dev</translation>
    </message>
</context>
<context>
    <name>Playground::ReplayBar</name>
    <message>
        <source>Back to the event before</source>
        <translation>退到上一个事件</translation>
    </message>
    <message>
        <source>On to the next event</source>
        <translation>进到下一个事件</translation>
    </message>
    <message>
        <source>The moment of the run that is shown</source>
        <translation>正在看的时刻</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>回放速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play the run again</source>
        <translation>回放这次运行</translation>
    </message>
</context>
<context>
    <name>Playground::SavedRunCommands</name>
    <message>
        <source>Save the run</source>
        <translation>保存这次运行</translation>
    </message>
    <message>
        <source>Saved runs (*%1)</source>
        <translation>保存的运行 (*%1)</translation>
    </message>
    <message>
        <source>The run is saved in %1, but for its end: so much happened that the file has only the beginning.</source>
        <translation>这次运行已存入 %1，但内容太多，文件里只有开头部分。</translation>
    </message>
    <message>
        <source>The run is saved in %1, with its program.</source>
        <translation>这次运行连同程序已存入 %1。</translation>
    </message>
    <message>
        <source>This is a saved run of %1, from %2.</source>
        <extracomment>%1 is the name of a program, %2 a date and a time</extracomment>
        <translation>这是 %1 在 %2 的一次运行，从文件里打开的。</translation>
    </message>
</context>
<context>
    <name>Playground::ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Closer or farther at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Ctrl + wheel, pinch</source>
        <translation>Ctrl + 滚轮，双指捏合</translation>
    </message>
    <message>
        <source>Closer or farther</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>Up and down the tasks</source>
        <translation>上下浏览任务</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Back and forth in time</source>
        <translation>前后移动时间</translation>
    </message>
    <message>
        <source>The task before, the task after</source>
        <translation>上一个任务，下一个任务</translation>
    </message>
    <message>
        <source>↑  ↓</source>
        <translation>↑  ↓</translation>
    </message>
    <message>
        <source>To the line in the editor</source>
        <translation>跳到编辑器里的那一行</translation>
    </message>
    <message>
        <source>Double click, Enter</source>
        <translation>双击，回车</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>In the chart</source>
        <translation>在图表中</translation>
    </message>
    <message>
        <source>Look for a task by its name</source>
        <translation>按名字找任务</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Collapse or expand what the task created</source>
        <translation>折叠或展开任务创建的子任务</translation>
    </message>
    <message>
        <source>Space, click on the triangle</source>
        <translation>空格，点三角</translation>
    </message>
    <message>
        <source>Open what is inside of the task: calls, connections</source>
        <translation>展开任务内部：协程调用、网络连接</translation>
    </message>
    <message>
        <source>Shift + Space, click on its colour</source>
        <translation>Shift + 空格，点任务的色块</translation>
    </message>
    <message>
        <source>+  −, W  S</source>
        <translation>+  −、W  S</translation>
    </message>
    <message>
        <source>Closer to a region</source>
        <translation>放大到框选区域</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Ctrl + 拖动</translation>
    </message>
    <message>
        <source>Shift + wheel, drag, ← →, A  D</source>
        <translation>Shift + 滚轮、拖动、← →、A  D</translation>
    </message>
    <message>
        <source>The task&apos;s event before, the one after</source>
        <translation>任务的上一个、下一个事件</translation>
    </message>
    <message>
        <source>,  .</source>
        <translation>，  ．</translation>
    </message>
    <message>
        <source>Centre what is selected, fill the chart with it, the whole run</source>
        <translation>选中内容居中、铺满、看全程</translation>
    </message>
    <message>
        <source>F, again, and again</source>
        <translation>F，再按、再按</translation>
    </message>
    <message>
        <source>Measure; Alt: without snapping, Ctrl + C: copy</source>
        <translation>测量时长（按住 Alt 不吸附，Ctrl + C 复制）</translation>
    </message>
    <message>
        <source>Drag on the axis</source>
        <translation>在时间轴上拖动</translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation>重新跟随运行</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>One finger moves, two fingers zoom</source>
        <translation>单指移动，双指缩放</translation>
    </message>
    <message>
        <source>Touch screen</source>
        <translation>触摸屏</translation>
    </message>
    <message>
        <source>Nothing measured, nothing selected</source>
        <translation>取消测量、取消选择</translation>
    </message>
    <message>
        <source>The task that woke it, a task that it woke</source>
        <translation>唤醒它的任务、被它唤醒的任务</translation>
    </message>
    <message>
        <source>[  ]</source>
        <translation>[  ]</translation>
    </message>
    <message>
        <source>Mark a moment: at the pointer, or at what is selected</source>
        <translation>标记时刻：指针处，或所选的一段</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Next mark; name, delete the one picked out</source>
        <translation>下一个标记；命名、删除选中的标记</translation>
    </message>
    <message>
        <source>Shift + M; F2, Del</source>
        <translation>Shift + M；F2、Del</translation>
    </message>
    <message>
        <source>Name a mark, move it</source>
        <translation>给标记命名、移动标记</translation>
    </message>
    <message>
        <source>Double click, drag on its flag</source>
        <translation>双击、拖动小旗</translation>
    </message>
    <message>
        <source>Who woke whom, of all tasks</source>
        <translation>所有任务的唤醒箭头</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>关键路径</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>In the overview: move and zoom, see everything</source>
        <translation>在概览中：移动、缩放、看全程</translation>
    </message>
    <message>
        <source>← →, +  −, Enter</source>
        <translation>← →、+  −、Enter</translation>
    </message>
    <message>
        <source>To the task&apos;s line in the editor</source>
        <translation>转到编辑器里任务所在的行</translation>
    </message>
    <message>
        <source>Order by a column, the other way round, not at all</source>
        <translation>按某一列升序、降序、不排序</translation>
    </message>
    <message>
        <source>Click on its heading, again, and again</source>
        <translation>点列标题，再点，再点</translation>
    </message>
    <message>
        <source>Copy the selected tasks</source>
        <translation>复制选中的任务</translation>
    </message>
    <message>
        <source>Ctrl + C</source>
        <translation>Ctrl + C</translation>
    </message>
    <message>
        <source>A step of the details: its line, and its place in the chart</source>
        <translation>细节里的一步：对应的代码行和图表位置</translation>
    </message>
    <message>
        <source>Click, ↑  ↓</source>
        <translation>单击，↑  ↓</translation>
    </message>
    <message>
        <source>What else a row leads to</source>
        <translation>这一行还能转到哪里</translation>
    </message>
    <message>
        <source>Right click, menu key</source>
        <translation>右键，菜单键</translation>
    </message>
    <message>
        <source>In the table and the details of tasks</source>
        <translation>在任务表和任务细节里</translation>
    </message>
</context>
<context>
    <name>Playground::SourceDiffModel</name>
    <message numerus="yes">
        <source>%n line(s) the same</source>
        <translation>
            <numerusform>%n 行相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Show these lines</source>
        <translation>展开这些行</translation>
    </message>
</context>
<context>
    <name>Playground::SourcePart</name>
    <message>
        <source>These programs are too long to be compared line by line.</source>
        <translation>程序太长，不逐行对比。</translation>
    </message>
    <message>
        <source>Both ran the same program.</source>
        <translation>两次运行的是同一个程序。</translation>
    </message>
    <message>
        <source>What changed in the source</source>
        <translation>源代码的差异</translation>
    </message>
</context>
<context>
    <name>Playground::StatusLine</name>
    <message>
        <source>The network was simulated</source>
        <translation>网络是模拟的</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>● Stopping</source>
        <translation>● 正在停止</translation>
    </message>
    <message>
        <source>● Starting</source>
        <translation>● 正在启动</translation>
    </message>
    <message>
        <source>● Running</source>
        <translation>● 运行中</translation>
    </message>
    <message>
        <source>✓ Finished</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>✗ Not started</source>
        <translation>✗ 未能启动</translation>
    </message>
    <message>
        <source>✗ Failed, exit code %1</source>
        <translation>✗ 失败，退出码 %1</translation>
    </message>
    <message>
        <source>■ Stopped</source>
        <translation>■ 已停止</translation>
    </message>
    <message>
        <source>■ Stopped at the time limit</source>
        <translation>■ 超时，已停止</translation>
    </message>
    <message>
        <source>✗ Crashed</source>
        <translation>✗ 崩溃</translation>
    </message>
    <message>
        <source>%1 of waiting in %2: %3×</source>
        <extracomment>%1 and %2 are durations such as &quot;5.00 s&quot;, %3 a factor such as 1.67</extracomment>
        <translation>等待合计 %1，用时 %2：%3 倍</translation>
    </message>
    <message>
        <source>longest hold of the loop %1</source>
        <extracomment>how long one task kept all others from running</extracomment>
        <translation>最长占用循环 %1</translation>
    </message>
    <message>
        <source>● Building</source>
        <translation>● 正在编译</translation>
    </message>
    <message>
        <source>%1: %2×</source>
        <extracomment>the totals of two runs, as &quot;A 5.00 s → B 3.00 s&quot;, and how many times as fast the second is, such as 1.67</extracomment>
        <translation>%1：%2 倍</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>▶ Replay</source>
        <translation>▶ 回放</translation>
    </message>
</context>
<context>
    <name>Playground::StepList</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Playground::SyntaxCheck</name>
    <message>
        <source>Mistakes cannot be marked while you type: %1 cannot be started.</source>
        <translation>编辑时无法标出语法错误：%1 启动不了。</translation>
    </message>
</context>
<context>
    <name>Playground::TaskDetails</name>
    <message>
        <source>Details of the task</source>
        <translation>任务的细节</translation>
    </message>
    <message>
        <source>Steps of the task</source>
        <translation>任务的步骤</translation>
    </message>
    <message>
        <source>No task is selected</source>
        <translation>还没有选中任务</translation>
    </message>
    <message>
        <source>Click a task in the chart or in the table: its life comes here, step by step.</source>
        <translation>在图表或任务表里点一个任务，这里就会一步一步列出它的经过。</translation>
    </message>
</context>
<context>
    <name>Playground::TaskHeading</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>created by %1</source>
        <extracomment>%1 is a task</extracomment>
        <translation>由 %1 创建</translation>
    </message>
    <message>
        <source>created</source>
        <translation>创建</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>has created %1</source>
        <extracomment>%1 are tasks</extracomment>
        <translation>创建了 %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>of the run</source>
        <translation>占全程</translation>
    </message>
    <message>
        <source>not created yet</source>
        <translation>尚未创建</translation>
    </message>
</context>
<context>
    <name>Playground::TaskPart</name>
    <message>
        <source>Task by task</source>
        <translation>逐个任务对比</translation>
    </message>
</context>
<context>
    <name>Playground::TaskTable</name>
    <message>
        <source>Details of the task</source>
        <translation>任务的细节</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>转到第 %1 行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>The order in which they came</source>
        <translation>创建的先后</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>No task passes the filter.</source>
        <translation>没有符合筛选条件的任务。</translation>
    </message>
    <message>
        <source>Table of tasks</source>
        <translation>任务表</translation>
    </message>
</context>
<context>
    <name>Playground::TaskTableModel</name>
    <message>
        <source>not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <extracomment>%1: what for, in a word, as in the legend: &quot;sleep&quot;, &quot;task&quot;, &quot;network&quot;</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>When it was created</source>
        <translation>任务创建的时刻</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>When it first ran</source>
        <translation>第一次运行的时刻</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>When it ended</source>
        <translation>任务结束的时刻</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>How long it had the thread</source>
        <translation>占用线程的时间</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>How long it could have run, but the event loop was busy</source>
        <translation>可以运行、但事件循环正忙的时间</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>How long it waited</source>
        <translation>等待的时间</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>not created yet</source>
        <translation>尚未创建</translation>
    </message>
</context>
<context>
    <name>Playground::TopBar</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>与 %1 对比</translation>
    </message>
</context>
<context>
    <name>Playground::TotalsCard</name>
    <message>
        <source>least %1</source>
        <extracomment>The least time that a run could take; %1 is a duration. Short.</extracomment>
        <translation>最短 %1</translation>
    </message>
    <message>
        <source>However these tasks are arranged, the run cannot take less than %1.</source>
        <extracomment>Tool tip of the above</extracomment>
        <translation>无论怎样安排这些任务，总时间都不会少于 %1。</translation>
    </message>
    <message>
        <source>Compare the others with this run</source>
        <translation>以这次运行为基准</translation>
    </message>
    <message>
        <source>Take this run away</source>
        <translation>移除这次运行</translation>
    </message>
</context>
<context>
    <name>Playground::TwinPanel</name>
    <message>
        <source>The program in the other language</source>
        <translation>另一种语言的程序</translation>
    </message>
    <message>
        <source>Run this one</source>
        <translation>运行这一个</translation>
    </message>
    <message>
        <source>Edit this one</source>
        <translation>编辑这一个</translation>
    </message>
</context>
<context>
    <name>Playground::WindowLayout</name>
    <message>
        <source>Explanation</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>Explanation or details of a task</source>
        <translation>讲解或任务的细节</translation>
    </message>
</context>
<context>
    <name>Playground::Workspace</name>
    <message>
        <source>%1 is not in the encoding that it names, or nothing is known of that here. Save it as UTF-8 with another editor.</source>
        <translation>%1 的内容与它开头声明的编码不符，或者这里不认识这种编码。请用别的编辑器把它存成 UTF-8。</translation>
    </message>
    <message>
        <source>%1 is being changed in another window of Async Playground as well. What you write here is kept among your programs as %2.</source>
        <extracomment>%1 is the name of a program, %2 that of another</extracomment>
        <translation>另一个异步演练场窗口也在修改 %1。你在这里写的内容会以 %2 为名，存进“我的程序”。</translation>
    </message>
    <message>
        <source>%1 has been changed in another window of Async Playground. What was written there is kept among your programs as %2.</source>
        <translation>%1 在另一个异步演练场窗口里改过。那边写的内容已经以 %2 为名，存进“我的程序”。</translation>
    </message>
    <message>
        <source>The example %1 has no program in this language.</source>
        <translation>示例 %1 没有这种语言的程序。</translation>
    </message>
    <message>
        <source>There is no example %1.</source>
        <translation>没有名为 %1 的示例。</translation>
    </message>
    <message>
        <source>The program of the example %1 cannot be read: %2.</source>
        <translation>无法读取示例 %1 的程序：%2。</translation>
    </message>
    <message>
        <source>%1 has no ending that tells its language. Programs end in: %2</source>
        <translation>从 %1 的扩展名看不出是哪种语言。程序的扩展名是：%2</translation>
    </message>
    <message>
        <source>The example %1 has been renewed since you changed it. You see your own text; the new one is there when you go back to the original.</source>
        <translation>你改过示例 %1 之后，它又更新了。现在显示的是你改的内容；恢复原样就能看到新版本。</translation>
    </message>
    <message>
        <source>%1 cannot be saved: its first lines name the encoding %2, which is not known here or has not all of its characters. Name utf-8 there and save again.</source>
        <translation>无法保存 %1：开头声明的编码是 %2，这里不认识它，或者有些字符它表示不了。请把那里改成 utf-8，再保存一次。</translation>
    </message>
    <message>
        <source>What you write cannot be kept in %1: %2. Make room there, or save your programs as files. Until then it is tried again every few seconds.</source>
        <translation>你写的内容暂时存不进 %1：%2。请在那里腾出空间，或者把程序另存为文件。在此之前，每隔几秒会再试一次。</translation>
    </message>
</context>
<context>
    <name>RunCommand</name>
    <message>
        <source>%1 would be overwritten: it is the program itself, or named for something else too.</source>
        <translation>%1 会被覆盖：它就是程序本身，或者已另作他用。</translation>
    </message>
    <message>
        <source>%1 has no ending that tells how to draw a chart. It can end in .svg, .png or .pdf.</source>
        <translation>从 %1 的扩展名看不出该画成哪种图表。文件名可以用 .svg、.png 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>The option --memory allows more.</source>
        <translation>可用选项 --memory 放宽。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 what is to be said of it</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>So much happened that %1 has only the beginning of the run.</source>
        <translation>内容太多，%1 只存下了这次运行的开头。</translation>
    </message>
</context>
<context>
    <name>RunFile</name>
    <message>
        <source>%1 is damaged, or a part of it is missing. Copy or download it again, or save the run again where it was made.</source>
        <translation>%1 已损坏或不完整。请重新复制或下载，或者在原来的电脑上重新保存这次运行。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <extracomment>%1 is a file, %2 why</extracomment>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is no run that Async Playground has saved. Programs end in %2, saved runs in %3.</source>
        <translation>%1 不是异步演练场保存的运行。程序的扩展名是 %2，保存的运行是 %3。</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of Async Playground. Open it with that, or install the newer version here.</source>
        <translation>%1 是由更新的版本保存的。请用那个版本打开，或者在这里安装新版的异步演练场。</translation>
    </message>
</context>
<context>
    <name>RunSession</name>
    <message>
        <source>The program&apos;s text could not be written to the folder for temporary files, %1: %2. Make room there, or name another folder in the environment variable TMPDIR.</source>
        <translation>无法把程序文本写入临时文件夹 %1：%2。请在那里腾出空间，或用环境变量 TMPDIR 指定另一个文件夹。</translation>
    </message>
    <message>
        <source>%1, which belongs to this application, could not be started: %2. Build or install Async Playground again.</source>
        <translation>无法启动本应用的组件 %1：%2。请重新构建或安装异步演练场。</translation>
    </message>
    <message>
        <source>The program could not be started: %1. End some other programs and try again.</source>
        <translation>无法启动程序：%1。请关闭一些其他程序后再试。</translation>
    </message>
    <message>
        <source>The program and all that it started used more than %1 of memory, which is the limit of a run, and were ended.</source>
        <translation>程序连同它启动的所有进程占用的内存超过了一次运行的上限 %1，已被终止。</translation>
    </message>
    <message numerus="yes">
        <source>The program started more than %n process(es), which is the limit of a run, and was ended.</source>
        <translation>
            <numerusform>程序启动的进程超过了一次运行的上限 %n 个，已被终止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Task %1 was running.</source>
        <translation>当时正在运行的任务是 %1。</translation>
    </message>
    <message>
        <source>Task %1 was running; its last wait had been in line %2.</source>
        <translation>当时正在运行的任务是 %1，它上一次等待在第 %2 行。</translation>
    </message>
    <message>
        <source>The program crashed with signal %1.</source>
        <extracomment>%1 is the number of a signal</extracomment>
        <translation>程序崩溃，信号 %1。</translation>
    </message>
    <message>
        <source>The program crashed with signal %1 (%2).</source>
        <extracomment>%1 is the number of a signal, %2 its meaning</extracomment>
        <translation>程序崩溃，信号 %1（%2）。</translation>
    </message>
    <message>
        <source>The time limit of %1 s was reached, and the program was ended.</source>
        <translation>已到 %1 秒的时限，程序已被终止。</translation>
    </message>
    <message>
        <source>The process that watches over the run was killed (signal %1), and the run was ended with it.</source>
        <translation>看护本次运行的进程被杀死（信号 %1），运行随之结束。</translation>
    </message>
    <message>
        <source>What the program&apos;s process wrote is no trace, so there is nothing to show.</source>
        <translation>程序进程写出的不是运行记录，因此没有可显示的内容。</translation>
    </message>
    <message>
        <source>The trace has version %1, but this application reads version %2: its programs do not belong together. Build or install Async Playground again.</source>
        <translation>运行记录的版本是 %1，而本应用读取版本 %2：两边的程序不配套。请重新构建或安装异步演练场。</translation>
    </message>
    <message>
        <source>The trace is damaged; what came after that is missing.</source>
        <translation>运行记录已损坏，此后的内容缺失。</translation>
    </message>
    <message>
        <source>The program ended without winding up (as os._exit does), so the last moments may be missing.</source>
        <translation>程序没有收尾就结束了（例如调用了 os._exit），最后片刻的记录可能缺失。</translation>
    </message>
    <message>
        <source>Memory ran out: a run may use %1.</source>
        <translation>内存用尽：一次运行最多可用 %1。</translation>
    </message>
    <message>
        <source>Memory ran out in line %1: a run may use %2.</source>
        <translation>内存在第 %1 行用尽：一次运行最多可用 %2。</translation>
    </message>
    <message numerus="yes">
        <source>There were too many tasks to keep all: %n of them count in the figures, but are not shown.</source>
        <translation>
            <numerusform>任务太多，无法全部保留：其中 %n 个计入统计，但不显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too much happened to keep all of it: %n stretches of time count in the figures, but are not shown.</source>
        <translation>
            <numerusform>事件太多，无法全部保留：其中 %n 段时间计入统计，但不显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program printed very much: the record lacks the first %1 of it.</source>
        <translation>程序输出太多：记录中缺少最前面的 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of the run could not be ended.</source>
        <translation>
            <numerusform>本次运行有 %n 个进程无法终止。</numerusform>
        </translation>
    </message>
    <message>
        <source>segmentation fault</source>
        <translation>段错误</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>异常中止</translation>
    </message>
    <message>
        <source>arithmetic error</source>
        <translation>算术错误</translation>
    </message>
    <message>
        <source>illegal instruction</source>
        <translation>非法指令</translation>
    </message>
    <message>
        <source>bus error</source>
        <translation>总线错误</translation>
    </message>
    <message>
        <source>forbidden system call</source>
        <translation>被禁止的系统调用</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被强行终止</translation>
    </message>
    <message>
        <source>asked to end</source>
        <translation>被要求结束</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>被中断</translation>
    </message>
    <message>
        <source>asked to quit</source>
        <translation>被要求退出</translation>
    </message>
    <message>
        <source>the terminal went away</source>
        <translation>终端已关闭</translation>
    </message>
    <message>
        <source>nobody reads its output</source>
        <translation>输出无人读取</translation>
    </message>
    <message>
        <source>alarm clock</source>
        <translation>定时器到时</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>there is no space left</source>
        <translation>没有剩余空间</translation>
    </message>
    <message>
        <source>the file system is read-only</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>there are too many processes</source>
        <translation>进程太多</translation>
    </message>
    <message>
        <source>there are too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>So much happened that the file of the run has only the beginning of it.</source>
        <translation>内容太多，文件里只存下了这次运行的开头。</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Make room there, or save it elsewhere.</source>
        <translation>请在那里腾出空间，或者另存到别处。</translation>
    </message>
    <message>
        <source>Save it in a folder of your own.</source>
        <translation>请保存到你自己的文件夹里。</translation>
    </message>
    <message>
        <source>Save it elsewhere.</source>
        <translation>请另存到别处。</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2. Nothing is lost, the program is still here. %3</source>
        <extracomment>%1 is a file, %2 why, %3 what to do instead. The program is the text in the editor.</extracomment>
        <translation>无法保存 %1：%2。内容没有丢，程序还在编辑器里。%3</translation>
    </message>
    <message>
        <source>it is a device or a pipe, no file</source>
        <translation>它是设备或管道，不是文件</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2. Nothing is lost, the run is still here. %3</source>
        <extracomment>%1 is a file, %2 why, %3 what to do instead. The run is the one that the window shows.</extracomment>
        <translation>无法保存 %1：%2。内容没有丢，这次运行还在窗口里。%3</translation>
    </message>
    <message>
        <source>Make the folder again, or save it elsewhere.</source>
        <translation>请重新建立这个文件夹，或者另存到别处。</translation>
    </message>
</context>
<context>
    <name>ScenarioFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is no program&apos;s text: there is a zero byte in line %2. If it is one, save it as UTF-8.</source>
        <translation>%1 不是程序文本：第 %2 行有空字节。如果它确实是程序，请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, see line %2. Save it as UTF-8, or name its encoding in its first line, for example: # coding: gbk</source>
        <translation>%1 不是 UTF-8 文本，见第 %2 行。请另存为 UTF-8，或在第一行注明编码，例如：# coding: gbk</translation>
    </message>
    <message>
        <source>%1 is a folder. Name the file of a program in it.</source>
        <translation>%1 是文件夹。请写出其中程序的文件名。</translation>
    </message>
    <message>
        <source>%1 has no ending that tells its language. Programs end in: %2</source>
        <translation>从 %1 的扩展名看不出是哪种语言。程序的扩展名是：%2</translation>
    </message>
    <message>
        <source>%1 is too large for a program: %2.</source>
        <translation>%1 太大，不像是程序：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n no-break space(s)</source>
        <translation>
            <numerusform>%n 个不换行空格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full-width space(s)</source>
        <translation>
            <numerusform>%n 个全角空格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s)</source>
        <translation>
            <numerusform>%n 个不可见字符</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has characters that come along when a program is copied from a page; it runs as if they were ordinary spaces or not there: %2. The file is unchanged.</source>
        <extracomment>%1 is a file; %2 a list such as &quot;12 no-break spaces, 1 full-width space&quot;</extracomment>
        <translation>%1 中有从网页复制程序时带来的字符：%2。运行时把它们当作普通空格，或者当作不存在；文件没有改动。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, no file with a program&apos;s text.</source>
        <translation>%1 是设备或管道，不是程序文件。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, see line %2. Save it as UTF-8.</source>
        <translation>%1 不是 UTF-8 文本，见第 %2 行。请另存为 UTF-8。</translation>
    </message>
</context>
<context>
    <name>TaskSteps</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>created</comment>
        <translation>由 %1 创建</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>step</comment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>loop busy: %1, %2</source>
        <extracomment>%1 is a task that had the loop&apos;s thread, %2 how long</extracomment>
        <translation>循环在忙：%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The same for one more task</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>no other task had the thread</source>
        <translation>没有别的任务占用线程</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <comment>step</comment>
        <translation>运行</translation>
    </message>
    <message>
        <source>from line %1</source>
        <translation>从第 %1 行</translation>
    </message>
    <message>
        <source>to line %1</source>
        <translation>到第 %1 行</translation>
    </message>
    <message>
        <source>up to line %1</source>
        <translation>到第 %1 行为止</translation>
    </message>
    <message>
        <source>from line %1 on</source>
        <translation>从第 %1 行起</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <extracomment>%1 is a task, or a host</extracomment>
        <translation>等 %1</translation>
    </message>
    <message>
        <source>woken by %1</source>
        <translation>被 %1 唤醒</translation>
    </message>
    <message>
        <source>woken by the loop</source>
        <translation>由循环唤醒</translation>
    </message>
    <message>
        <source>what came then was not kept</source>
        <translation>后面的步骤没有保留</translation>
    </message>
    <message>
        <source>not finished when the run ended</source>
        <translation>运行结束时还没完成</translation>
    </message>
</context>
<context>
    <name>WholeFile</name>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>文件夹 %1 不存在</translation>
    </message>
</context>
<context>
    <name>WindowCommand</name>
    <message>
        <source>There is no screen to open a window on. Without one, “async-playground run FILE” works.</source>
        <translation>没有可以打开窗口的显示器。这时可以用“async-playground run 文件”。</translation>
    </message>
</context>
</TS>

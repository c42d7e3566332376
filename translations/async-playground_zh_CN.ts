<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>等进程</translation>
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
        <translation>等网络/进程</translation>
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
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>this place is not open for writing</source>
        <translation>没有写入权限</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The chart could not be written to %1: %2.</source>
        <translation>无法把图表写入 %1：%2。</translation>
    </message>
    <message>
        <source>The chart could not be written to %1: the name must end in .svg, .png or .pdf.</source>
        <translation>无法把图表写入 %1：文件名须以 .svg、.png 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>The chart could not be written to %1: the picture is too large.</source>
        <translation>无法把图表写入 %1：图片太大。</translation>
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
        <source>There is no command “%1”.</source>
        <translation>没有“%1”这个命令。</translation>
    </message>
    <message>
        <source>Usage: async-playground run FILE [OPTION]… [-- ARGUMENT…]   run a program and watch its tasks
       async-playground examples [--json]                  list the examples that come along
       async-playground --help | --version

Options of run:
  --speed X|instant            let the program&apos;s clock run X times as fast, or skip all waiting
  --network simulated|real|none
                               answer for all hosts within the program (default), use the real
                               network, or none at all
  --timeout S                  end the program after S seconds
  --memory MIB                 memory for the program and all that it starts (default 1024)
  --summary FILE.json          write what happened: tasks, waits, figures, diagnoses
  --trace FILE.json            write a trace for Perfetto (ui.perfetto.dev)
  --chart FILE.svg|.png|.pdf   draw the chart of the tasks
  --language zh_CN|en          the language of chart and messages (default: the system&apos;s)

The program&apos;s own input, output and exit status are passed through. Exit status 124: the time
limit was reached. 2: the command line is wrong, or FILE cannot be run. 3: the program ended
well, but a file asked for could not be written. 127: it could not be started.
</source>
        <translation>用法：async-playground run FILE [选项]… [-- 参数…]    运行一个程序，观察它的任务
      async-playground examples [--json]             列出自带的示例
      async-playground --help | --version

run 的选项：
  --speed X|instant            程序的时钟以 X 倍速走，或跳过一切等待
  --network simulated|real|none
                               在程序内部模拟所有主机（默认）、使用真实网络，或完全断网
  --timeout S                  S 秒后终止程序
  --memory MIB                 程序及其启动的所有进程可用的内存（默认 1024）
  --summary FILE.json          写出运行情况：任务、等待、数据、诊断
  --trace FILE.json            写出可用 Perfetto（ui.perfetto.dev）打开的记录
  --chart FILE.svg|.png|.pdf   画出任务的图表
  --language zh_CN|en          图表和提示的语言（默认随系统）

程序自己的输入、输出和退出码原样传递。退出码 124：到了时限。2：命令行有误，或 FILE 无法运行。
3：程序正常结束，但有要求写出的文件没能写成。127：程序无法启动。
</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
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
    <name>RunCommand</name>
    <message>
        <source>%1 would be overwritten: it is the program itself, or named for something else too.</source>
        <translation>%1 会被覆盖：它就是程序本身，或者已另作他用。</translation>
    </message>
    <message>
        <source>%1 has no ending that tells how to draw a chart. It can end in .svg, .png or .pdf.</source>
        <translation>从 %1 的后缀看不出该画成哪种图表。文件名可以用 .svg、.png 或 .pdf 结尾。</translation>
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
        <translation>从 %1 的后缀看不出它的语言。程序文件的后缀有：%2</translation>
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
        <translation>%1 中有从网页复制程序时带来的字符：%2。运行时把它们当作普通空格或不存在；文件没有改动。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
</TS>

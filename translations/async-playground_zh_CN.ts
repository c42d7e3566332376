<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
</TS>

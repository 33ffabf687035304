const list = (words: string): string[] => words.trim().split(/\s+/);

/** Characters that belong to grammar: no pair with one of them says what a text is about. */
const GRAMMAR = '的了是这那我你您他她它们就也还很都吗呢吧啊么哪谁被把让与及或则且而但只又再最';

/** Pairs that stand in every kind of text. */
const PAIRS = new Set(
  list(`
    一个 一些 一种 一下 一次 一样 一点 一直 一般 一旦 一定 一步 一篇 一款 一台 一部 一切 一起 一段 一名 一位 一项 一份 一条 一家 一行 一章 一节 一组 一系 一致 一方 这些
    可以 可能 可是 使用 能够 能力 没有 不能 不是 不会 不同 不要 不过 不用 不需 不仅 不知 不到 不再 不可 不管 不错 不想 不大 不少 不足 不断 不如 需要 如果 如何 如下 如此 例如 比如 诸如 假如
    因为 因此 所以 所有 所示 以及 以下 以上 以前 以后 以便 以外 以来 可用 用于 用来 用到 采用 运用 由于 由此 关于 对于 至于 位于 等等 等于 相关 相同 相当 相比 相对 其他 其它 其中 其实 其次
    什么 怎么 怎样 为什 为何 为止 为例 为了 作为 成为 称为 认为 因而 然后 然而 虽然 当然 仍然 自然 既然 依然 突然 果然 显然 之后 之前 之间 之一 之外 之下 之上 之中 之类
    已经 曾经 正在 正如 正好 现在 现有 目前 当前 当时 此时 此外 同时 同样 有时 随时 及时 时候 时间 时期 今天 今年 去年 明年 每个 每次 每天 每年 多个 多种 多数 多少 许多 很多 大多 大量 大家 大约 大概
    几个 几乎 几种 各种 各个 某个 某些 某种 任何 任意 有些 有点 有关 有人 有一 有了 有很 还有 具有 拥有 含有 带有 只有 另外 另一 第一 第二 第三 两个 三个 四个 五个 十个 两种 三种 首先 最后 接下 下来 下面 上面
    通过 经过 过程 进行 执行 提供 包括 包含 包含 支持 得到 得以 获得 获取 看到 看看 来看 来说 说明 说是 说到 想要 想到 觉得 知道 了解 理解 介绍 学习 发现 找到 遇到 达到 做到 得出 给出 给你 做出 作出 列出 指出
    出现 出来 起来 过来 上来 进来 下去 上去 过去 回来 开始 开头 结束 完成 完全 完整 实现 实际 实在 现实 确实 确保 确定 保证 希望 愿意 应该 应当 必须 必要 一定 肯定 非常 十分 特别 尤其 比较 更加 更多 越来 甚至 至少 至今
    方法 方式 方面 方便 方案 问题 情况 结果 内容 部分 功能 工作 作用 作者 文章 本文 文中 原文 译者 译文 校对 链接 点击 查看 阅读 参考 如图 图片 下图 上图
    简单 简介 容易 重要 主要 基本 基于 根据 依据 按照 按时 主题 只是 只要 只能 只需 就是 就会 就能 但是 而且 而是 并且 或者 或是 即使 即可 甚而 无论 无法 无需 不论 除了 除此 直接 直到 直至
    添加 增加 加入 设置 选择 创建 建立 打开 关闭 启动 启用 输入 输出 显示 返回 修改 更改 改变 删除 移动 复制 安装 下载 更新 运行 配置 测试 调用 处理 管理 操作 生成 产生 定义 指定 对应 表示 提示 注意 请求
    自己 别人 他人 人们 有人 个人 用户 读者 朋友 我们 你们 他们 咱们 东西 事情 地方 时刻 最近 最新 最好 最终 最大 最初 最小 最多 新的 好的 大的 小的 不同 同一 单个 整个 全部 全新 其余 左右 前面 后面 里面 外面 之内 内部
    入门 教程 详解 指南 新手 初学 实例 技巧 总结 系列 快速 推荐 最佳 值得 尝试 轻松 完整 常见 常用 经验 分享 漫谈 浅谈 必备 免费
    例子 示例 示范 命令 文件 目录 数据 系统 程序 代码 软件 版本 项目 信息 名称 名字 类型 字段 参数 变量 函数 对象 默认 本地 页面 网站 网络 服务 开发 技术 应用 平台 工具 电脑 计算 算机 机器 设备`),
);

/** Words of Latin letters that are in every kind of text, and the pieces of addresses. */
const WORDS = new Set(
  list(`
    the of and to in is for on with by as at it be or an are from that this if you can not use will has have was but all your more which when one we our its their they there then than so do does
    how what why who where into out up about also any may use used using no yes ok etc eg ie vs via per http https www com org net html htm php asp aspx index cn me io article id ref
    png jpg jpeg gif svg txt md pdf true false null new get set var let const int return void string def class function import include echo sudo usr bin etc home root var opt tmp dev lib src`),
);

const IN_GRAMMAR = 1;
const BEGINS_PAIR = 2;
/** What a character may do: looked up for every two characters of an archive. */
const roles = new Uint8Array(0x10000);
for (const pair of PAIRS) roles[pair.charCodeAt(0)] = BEGINS_PAIR;
for (const char of GRAMMAR) roles[char.charCodeAt(0)] = IN_GRAMMAR;

/** Whether two folded characters that stand together say nothing of a text. */
export function isCommonPair(first: number, second: number): boolean {
  const role = roles[first];
  if (role === IN_GRAMMAR || roles[second] === IN_GRAMMAR) return true;
  return role === BEGINS_PAIR && PAIRS.has(String.fromCharCode(first, second));
}

/** Whether a folded word says nothing of a text. */
export const isCommonWord = (word: string): boolean => WORDS.has(word);

import { Random } from './random.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Characters that names of made-up companies, products and people are put together from. */
const NAME_CHARACTERS = [
  ...'云星海木青禾石竹流光知微蓝鹿松果晨风远山白帆极飞鸟拾野溪谷明灯南舟初雪北斗长河半夏橙树花火清泉麦田归途听雨行者方圆',
];
/** Characters that coined terms are put together from, common ones first. */
const TERM_CHARACTERS = [
  ...'数据网络信息系统智能算力芯片存储终端平台接口代码模型引擎协议编译调度缓存镜像容器集群节点链路带宽频谱基站光纤卫星传感控制电池材料工艺封装测试验证设计架构框架组件开源社区生态标准安全隐私加密认证权限审计监控运维部署发布版本迭代体验交互视觉语音图像文本翻译推荐搜索排序索引检索分析预测决策营销渠道供应物流支付金融保险教育医疗出行零售',
];

/** Words that stand in the place of `{noun}` and so on in a sentence. */
export const WORDS = {
  noun: list(`
    用户 数据 产品 平台 服务器 操作系统 应用商店 浏览器 搜索引擎 开放接口 开发者 工程师 创业者 投资人 董事会 机房 带宽 专利 内核 驱动 补丁
    漏洞 云计算 大数据 人工智能 机器学习 神经网络 自动驾驶 智能手机 平板电脑 可穿戴设备 路由器 电视盒子 显示屏 摄像头 传感器 电池 充电桩 芯片
    存储卡 内存 处理器 显卡 代码库 文档 编译器 数据库 消息队列 容器 虚拟机 负载均衡 防火墙 验证码 密码 账号 隐私 广告 会员 订单 物流 仓库
    快递 支付 红包 二维码 公众号 朋友圈 短视频 直播间 弹幕 游戏 社区 论坛 博客 邮箱 输入法 地图 打车 外卖 团购 酒店 机票 课程 题库 医院
    挂号 药品 保险 贷款 股票 基金 房租 家电 音箱 耳机 手表 相机 打印机 扫地机器人 无人机 卫星 火箭 基站 光纤 频谱 运营商 流量 套餐 宽带`),
  verb: list(`
    发布 推出 上线 关闭 收购 投资 起诉 开放 限制 升级 重写 迁移 测试 修复 公开 隐瞒 质疑 支持 放弃 坚持 改变 压缩 扩大 合并 拆分 出售 回购
    复制 模仿 超越 追赶 打破 建立 维持 削弱 保护 泄露 收集 清理 整理 分析 预测 监控 审核 下架 恢复 推迟 提前 取消 重启 冻结 补贴 降价 提价`),
  adjective: list(`
    稳定 脆弱 昂贵 便宜 开放 封闭 成熟 粗糙 流畅 迟缓 安静 嘈杂 透明 隐秘 庞大 微小 复杂 简单 陌生 熟悉 激进 保守 老旧 崭新 可靠 可疑 漫长 短暂
    清晰 模糊 热闹 冷清 全面 零散 及时 滞后 独立 分散 集中 轻便 笨重 罕见 普遍`),
  role: list(`
    创始人 首席执行官 首席技术官 产品经理 运维工程师 测试员 客服 店主 程序员 设计师 分析师 律师 记者 教授 学生 司机 快递员 主播 会计 采购
    译者 志愿者 架构师 研究员 房东 出纳 编辑 站长`),
  place: list(`
    北京 上海 深圳 杭州 广州 成都 武汉 西安 南京 苏州 厦门 长沙 重庆 天津 青岛 合肥 珠海 贵阳 乌镇 中关村 硅谷 西雅图 东京 首尔 柏林 伦敦
    班加罗尔 新加坡 特拉维夫 赫尔辛基`),
  when: list(`
    上周 昨天 今年初 去年底 三个月前 两年以后 第二天凌晨 周五傍晚 节前 发布会结束以后 财报公布当天 合同到期那天 融资消息传出以后 故障发生后一小时
    停机窗口里 一个星期之内 整整一个季度 从那以后 直到今天 很长一段时间`),
  unit: list(
    '名用户 台设备 行代码 次请求 笔订单 个城市 家门店 份合同 条记录 块硬盘 位开发者 篇文档 张图片 项专利',
  ),
  latin: list(`
    Android iOS Windows Linux API SDK App HTML5 JavaScript Python Go Rust Java MySQL Redis Docker Kubernetes Git GitHub Wi-Fi 4G 5G USB GPU CPU
    AI CEO CTO SaaS B2B O2O IPO VR AR NFC GPS SSD TCP HTTP DNS CDN bug beta`),
} as const;

/** All ordered pairs of two lists' characters that `wanted` asks for, in an order of their own. */
function pairs(characters: readonly string[], wanted: number, seed: number): string[] {
  const random = new Random(seed);
  const made = new Set<string>();
  while (made.size < wanted) made.add(random.of(characters) + random.of(characters));
  return [...made];
}

/** Terms nobody has heard of: they give an index as many different pairs of characters as a living language would. */
export const TERMS: readonly string[] = pairs([...new Set(TERM_CHARACTERS)], 6000, 11);

/** Companies, some with a second word. */
export const COMPANIES: readonly string[] = pairs(NAME_CHARACTERS, 900, 12).map((name, at) =>
  at % 3 ? name : name + (['科技', '网络', '数码', '出行', '智能'][at % 5] ?? ''),
);

/** Products, two or three characters. */
export const PRODUCTS: readonly string[] = pairs(NAME_CHARACTERS, 1500, 13).map((name, at) =>
  at % 2 ? name : name + (['盒', '本', '帮', '宝', '通', '镜'][at % 6] ?? ''),
);

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];

/** Authors and the people articles speak of. */
export const PEOPLE: readonly string[] = pairs(NAME_CHARACTERS, 600, 14).map(
  (given, at) => (SURNAMES[(at * 7) % SURNAMES.length] ?? '') + (at % 3 ? given : given.slice(0, 1)),
);

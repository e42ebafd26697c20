"""Schools, classes, employers, rare events and named ethnic groups, in Chinese."""

import re
from collections.abc import Iterator

from .hits import Hit
from .patterns import lines_with, pattern
from .text import Plain, Token, words

_N = r"[一二三四五六七八九十\d]"
_SCHOOL = pattern(
    r"(?:[一二三四五六七八九十]|第[一二三四五六七八九十百\d]+)(?:小学?|中学?|初中|高中|幼儿园?)(?![时组朋孩心声区路型间午考等学])|"
    r"(?:完全小学|教学点|中心校|特校|职教中心|双语学校|[一二三四五六]完小|小学|中学|初中|高中|幼儿园|完小|附小|附中|职高|中专|技校|职中|特教学校|学校|书院|实小)"
)
_SCHOOL_OK = re.compile(
    r"(?:乡镇|镇|乡|村|县|县城|城|市|区|中心|寄宿制?|寄宿|乡村|农村|城市|公办|民办|普通|重点|当地|本地|完全|九年(?:一贯制)?|一贯制|一所|这所|那所|某|一个|的|在|上|读|去|到|从|进|升|升入|考|考上|"
    r"念|初|高|于|就读于|毕业|就读|转|转到|转回|转入|回|新|老|旧|原|全|本|该|每所|各|各个|所|多所|几所|两所|三所|邻村|邻镇|附近|隔壁|镇上|村里|县里|城里|定点|试点|样本|项目|和|与|、|是|有|由|让|把|被|对|向|给|跟|为|"
    r"人|个|名|些|其他|外地|打工子弟|子弟|流动|希望|职业|特殊教育|特教|中等职业|中职|技工|盲人|聋哑|艺术|体育|公立|私立|国际|双语|农民工子弟|教学点|不|没|没有|离|来|往|回到|放|放学|离开|住校|家|家长|夜|小|中|大|"
    r"一|二|三|四|五|六|我们|他们|她们|我|他|她|你|孩子|学生|老师|社区|幼升|山区|山村|村办|牧区|边远|偏远|规模较大|流入地|同一|另一|另一所|哪所|哪|什么|配合|联系|通知|告诉|请|找|陪|送|接|进入|开|开学|上完|读完|念完|只|还|也|都|就|已|想|要|会|能|可|应|须|到了|所在|联合)$"
)
_CLASS = pattern(
    rf"(?:[小初高]?[一二三四五六七八九]|[1-9]|大|中|小)年?级?\s?(?<![\d²χF])[（(]\s?{_N}{{1,2}}\s?[)）]\s?班?|[小初高]?{_N}年级\s?{_N}{{1,2}}\s?班|(?:初|高|小){_N}\s?[（(]?{_N}{{1,2}}[)）]?\s?班|"
    rf"\d\.\d{{1,2}}班|(?<![\u4e00-\u9fff])[大中小][一二三四]班|[在的][大中小][一二三四]班|(?:级|学前|[：:])\s?{_N}{{1,2}}(?:[·.]\d+)?班|(?:年级|的){_N}{{1,2}}班(?=的|，|。|学)|(?<![\d]){_N}{{1,2}}班(?=班主任|学生|的学生|的班主任|同学)"
)
_EMPLOYER = re.compile(
    r"有限责任公司|股份有限公司|有限公司|集团|公司|厂|鞋业|电子|科技|实业|工业园|物流|"
    r"酒店|饭店|餐馆|超市|火锅店|面馆|宾馆|工程队|劳务公司|建筑队|煤矿|矿业|火锅城|制衣|禾坊|快运|足浴店|加工厂|洗浴|养殖场|砖瓦厂"
)
_EMPLOYER_OK = re.compile(
    r"(?:一家|一个|这家|那家|某|的|在|各|进|去|到|同一家?|同一个|电子|服装|制衣|玩具|家具|食品|机械|印刷|塑料|五金|纺织|制药|水泥|汽车|化工|陶瓷|皮革|箱包|外地|南方|沿海|大|小|本地|当地|镇上|县里|劳务|建筑|物流|保险|快递|"
    r"工|电|砖|鞋|开|办|国|私|家|同|换|老|新|原|出|离|回|全|该|本|几家|两家|多家|家政|搬家|保洁|运输|家电|网络|互联网|外贸|模具|手机|电器|饲料|养殖|屠宰|加工|化妆品|茶|酒|糖|纸箱|包装|木材|家用|外资|民营|合资|上市|母|子|分|总|是|有|给|让|找|和|与|"
    r"县城|城里|市里|村里|高|信息|生物|农业|省外|外省|广东|浙江|江苏|福建|上海|北京|深圳|东莞|苏州|附近|路边|街上|小区|社区|大型|连锁|乡镇|农家|一所|别家|亲戚|朋友|自己|自家|他|她|我|父亲|母亲|爸爸|妈妈|父母)$"
)
_BRANDS = re.compile(
    r"中(?:铁|建|交|石化|石油|电建|冶|核)[\u4e00-\u9fff]{0,6}?(?:局|公司|集团|队|院|厂)|富士康|比亚迪|华为|立讯|美的|格力|海底捞|沃尔玛|肯德基|麦当劳|京东|顺丰|美团|饿了么|滴滴|娃哈哈|蓝思|舜宇|闻泰|歌尔|伟创力|和硕|仁宝|纬创|(?i:foxconn|huawei|byd\b|walmart|luxshare)"
)
_SHOP = re.compile(
    r"老[\u4e00-\u9fff](?:家)?(?:建筑队|装修队|工程队|施工队|理发店|小卖部|面馆|饭店|诊所|超市|豆腐坊|铁匠铺|修车铺|杂货铺|油坊|代销店)"
)
_RARE = pattern(
    r"唯一(?:的)?(?:幸存|生还|获救|活|一个(?:考|没|被))|(?:全[村镇县乡校]|村里|镇上|县里|当地)(?:唯一|独一)|幸存|独自生还|三胞胎|四胞胎|双胞胎|龙凤胎|孪生|电视台|[省市县央]台|(?:全[村镇县乡校]|村里|镇上)[^。]{0,4}(?:就|只有|仅有?)(?:他|她)?一个|胎记|六指|兔唇|白化病|上过?电视|上了?新闻|登上?[^。，]{0,6}新闻|"
    r"(?:新闻|报纸|日报|晚报|媒体|记者|头条|热搜|网上|短视频|抖音上)[^。]{0,10}(?:报道|采访|登过?|播|曝光|转发|传遍|刷屏|疯传|拍过?)|(?:报道|采访)过(?:他|她|这|孩子|一家)|被(?:媒体|记者|电视|新闻|网友)[^。，]{0,6}|"
    r"(?:灭门|爆炸|特大|重大)(?:案|事故|车祸|火灾)|矿难|泥石流|校车(?:事故|翻|坠)|坠(?:楼|崖|井)(?:案|事件|身亡)?的?(?:那个|孩子)|轰动|全国[^。，]{0,8}(?:金奖|冠军|一等奖|第一名?)|"
    r"(?:全省|全市|全县)[^。，]{0,8}(?:冠军|状元|第一名?|一等奖|金奖)|状元|吉尼斯|热[搜榜]|央视|卫视|纪录片|头版|全网|拐(?:卖|走|骗)?[^。，]{0,6}(?:寻回|找回|年后)|(?:集体|食物)中毒|只剩(?:他|她|下他|下她)?一[个人]|救起[^。，]{0,10}(?:男孩|女孩|孩子|同伴|人)|记者|金牌|全国[^。，]{0,6}(?:少年|之星|模范|榜样|美德)|罕见病|全国(?:只有|仅有)|溺水[^。，]{0,10}(?:获救|生还|身亡)的|"
    r"(?:那[场起次]|去年|前年)[^。，]{0,8}(?:火灾|车祸|爆炸|洪水|地震|溺水|凶杀|命案|泥石流)[^。，]{0,14}(?:的(?:孩子|女孩|男孩|那个)|救出|活下来|遇难|丧生)"
)
_ETHNIC = re.compile(
    r"(?:维吾尔|哈萨克|柯尔克孜|塔吉克|彝|藏|羌|苗|瑶|侗|壮|傣|白|回|满|蒙古|土家|布依|哈尼|傈僳|佤|拉祜|水|纳西|仡佬|畲|黎|朝鲜|锡伯|达斡尔|鄂温克|鄂伦春|撒拉|东乡|保安|土|裕固|仫佬|毛南|景颇|独龙|怒|普米|阿昌|德昂|基诺|布朗|门巴|珞巴|京|高山|赫哲|俄罗斯)族(?!自治)"
)


# (class, the sign that a line must hold, how it is written)
_SIGNED = (
    ("class_name", re.compile(rf"{_N}\s?[)）]?\s?班|[大中小级年一-九\d]\s?[（(]\s?{_N}"), _CLASS),
    ("rare_event", re.compile("[唯独幸胎胞台就只仅指唇化孪闻报采电视曝播热头登刷疯案事难石坠轰全状吉央纪网拐毒剩救记金罕溺火爆洪]"), _RARE),
    ("ethnicity", re.compile("族"), _ETHNIC),
)  # fmt: skip
# What kind of school or firm it is: the name stands before.
_TYPE = re.compile(
    r"鞋|砖|水泥|汽车|化工|陶瓷|皮革|箱包|灯饰|造纸|印刷|塑料|制药|希望|实验|中心|九年|一贯制|九年一贯制|寄宿制|完全|第[一二三四五六七八九十]|家政|建筑|火锅|制衣|服装|电子|制鞋|食品|家具|玩具|机械|五金|物流|劳务|餐饮|保洁|加工|纺织|快运|足浴|包装|印染|城|坊"
)
_BARE = re.compile(r"[\u4e00-\u9fff]{1,3}")


def _bare(word: str) -> bool:
    return bool(_BARE.fullmatch(word))


_DOING = words("school_verbs")


def find(t: Plain) -> Iterator[Hit]:
    for kind, sign, shape in _SIGNED:
        for start, end in lines_with(t.text, sign):
            for match in shape.finditer(t.text, start, end):
                yield Hit(kind, match.start(), match.end())
    for match in [*_BRANDS.finditer(t.text), *_SHOP.finditer(t.text)]:
        yield Hit("employer", match.start(), match.end())
    yield from _named(t, "school", _SCHOOL, _SCHOOL_OK)
    yield from _named(t, "employer", _EMPLOYER, _EMPLOYER_OK)


def _named(t: Plain, kind: str, ending: re.Pattern[str], ok: re.Pattern[str]) -> Iterator[Hit]:
    """An ending with a name right before it: `a township primary school` has none."""
    for match in ending.finditer(t.text):
        if re.match(r"第|[一二三四五六七八九十]", match[0]) and kind == "school":
            before = t.text[max(0, match.start() - 1) : match.start()]
            if match[0].endswith("完小"):
                yield Hit(kind, match.start(), match.end())
                continue
            if (
                match[0][0] == "第"
                or (
                    len(match[0]) == 2
                    and (not before or before not in "十第初高小大年")
                    and not (
                        re.match(r"[一二三四五六]小", match[0])
                        and not re.match(
                            r"门口|的|上|读|念|报|，|。", t.text[match.end() : match.end() + 2]
                        )
                    )
                )
            ) and (
                len(match[0]) > 2
                or re.match(
                    r"学?[，。、的上读当念就住毕宿班报门附操校围食保老]|学|$",
                    t.text[match.end() : match.end() + 1],
                )
            ):
                yield Hit(kind, match.start(), match.end())
            continue
        start = _name_start(t, match.start(), ok, match[0])
        if start is not None:
            yield Hit(kind, start, match.end())


def _unknown(token: Token) -> bool:
    return len(token.word) == 1 and token.tag[:1] not in "pcurdmqfyx" and token.word >= "\u4e00"


def _name_start(t: Plain, end: int, ok: re.Pattern[str], ending: str) -> int | None:
    """Where the name before `end` begins; None if an ordinary word stands there."""
    index = t.ends.get(end)
    if index is None:
        holder = t.holder(end) if end < len(t.text) else None
        if (
            holder is not None
            and _TYPE.fullmatch(t.text[holder.start : end])
            and t.starts[holder.start]
        ):
            return _name_start(t, holder.start, ok, ending)
        if holder is None or holder.start == end or ok.search(t.text[holder.start : end]):
            return None
        return holder.start if holder.tag in ("nt", "nr", "ns", "nz") else None
    first = index
    while index > 0 and _TYPE.fullmatch(t.tokens[index].word):
        end, index = t.tokens[index].start, index - 1
    token = t.tokens[index]
    if token.end != end:
        return None
    if token.word == "周" and index and re.search(r"\d$", t.tokens[index - 1].word):
        return None  # `in week 18 the school ...`
    if ending == "学校" and index == first and token.tag not in ("ns", "nr", "nz", "nrt", "eng"):
        return None
    if re.fullmatch(r"[A-Z][a-z]{3,}", token.word) and token.tag == "eng":
        return token.start
    if len(token.word) == 1 and token.tag[:1] == "n" and index and _bare(t.tokens[index - 1].word):
        token = t.tokens[index - 1]  # a name that the dictionary cuts in two
        return None if ok.search(token.word) else token.start
    if index and _unknown(token) and _unknown(t.tokens[index - 1]) and not ok.search(token.word):
        return t.tokens[index - 1].start  # two characters that the dictionary does not join
    if ok.search(token.word) or not re.match(r"[\u4e00-\u9fff]", token.word):
        return None
    if token.word in _DOING or (
        token.tag == "vn" and len(token.word) == 2 and token.word not in ("实验", "希望")
    ):
        return None
    if token.tag[:1] in "vpdcrumqtfyeozkb" and token.tag not in ("vn", "nz", "t"):
        return None if len(token.word) == 1 or token.tag[:1] in "pdcrumqfyeo" else token.start
    return token.start

"""Names of people in Chinese: full names, names with a title, masked ones, nicknames.

The dictionary of the segmenter helps twice: it names what it takes for a name, and what it
leaves as single characters after a surname is one that it does not know.
"""

import re
from collections.abc import Iterator
from functools import cache

from .hits import Hit
from .text import DATA, Plain, words

PLAIN = True

# Surnames that are also everyday characters: they count only before a likely given name.
_COMMON = frozenset(
    "查群照于时和向从安高方金白常马江田水关应有成都才连单别那能来对当门家问管干种生解代自年包车全党满支路宁强游云花木沙古台原官国东文明华石洪温平左项位计终居容易季舒越利须相公丰空简步师保乐麻皮米谷房查谈商党边万千百后过通老"
    "晋尚冷池井银沿红明扬桑封农红养益幸越祖束练充阳卫伏苗宫武钟花席景应植薄巢融隆广爱都鱼权费祝祁童盛解符蓝侯雷龙段毛范史任余许曾陈施常孔强辛申牛安乔章甘司"
)
_TITLE = (
    "老师|主任|校长|书记|支书|医生|大夫|护士|社工|督导|同学|奶奶|爷爷|阿姨|叔叔|大爷|大妈|大娘|大叔|大婶|婶婶|婶|伯伯|伯|叔|姨|嫂子|嫂|姐|哥|姑娘|师傅|警官|法官|律师|经理|老板|女士|先生|园长|村长|镇长|所长|站长|"
    "组长|干事|干部|会长|心理师|咨询师|妈妈|爸爸|某某|某"
)
_CITED = re.compile(
    r"^[\u4e00-\u9fff、，,和与及\s·]{0,16}?等?(?:人|学者)?\s?[（(]\s?(?:19|20)\d{2}|^(?:[、和与及][\u4e00-\u9fff]{2,3}){0,3}(?:等人?)?(?:所?编制|修订|编著|主编|翻译|提出的|译|版|合著|所著|的(?:研究|量表|理论|论文|元分析|综述|问卷|《))|^[、，和与及][\u4e00-\u9fff]{2,3}\s?[（(]\s?(?:19|20)\d{2}"
)
_NO_NAME = words("no_names")
_COUNT = re.compile(r"[\d一二两三四五六七八九十每上下几半本这头前后整多单双]$")
_ASKED = re.compile(r"[问找陪带给喊叫见]$|轮到$|说起$")
_ONE = re.compile("[\u4e00-\u9fff]")
_CALLED_BY = re.compile(
    r"(?:叫|名|姓|同桌|朋友|好友|室友|班主任|老师|校长|书记|支书|主任|社工|督导|女孩|男孩|弟|妹|哥|姐|叔|舅|姑|姨|医生|护士|邻居|村民|志愿者|对象|案主|给|问|、|喊|和|跟)$"
)
_TITLED = re.compile(rf"(?P<sur>[\u4e00-\u9fff]{{1,2}}?)(?P<title>{_TITLE})")
_MASKED = re.compile(
    r"(?P<sur>[\u4e00-\u9fff])(?:[*＊×○〇●]{1,2}[\u4e00-\u9fff]?|[xX]{1,2}(?![A-Za-z])[\u4e00-\u9fff]?|某某|某(?=[，。、的说是在今因和与（(,]|$))|(?P<clan>[\u4e00-\u9fff])氏[\u4e00-\u9fff](?=[，。、的说是在今因和与生来住（(,]|$)"
)
_SAID = re.compile(
    r"姓[\u4e00-\u9fff]{1,2}[，,\s]*(?:单)?名(?:叫)?[\u4e00-\u9fff]{1,2}(?=[，。、；\s]|$)"
)
_CALLED = re.compile(
    r"(?:小名|乳名|花名|绰号|外号|昵称|诨名|诨号|网名|艺名|别名|曾用名|(?:大名|学名|本名|原名|姓名|名字|化名)(?=[是为叫\s:：])|名叫|名为|叫做|叫作|人称|(?:都|大家|人们|村里人|同学们?|别人)[叫喊](?:他|她)|都喊(?:他|她)|管(?:他|她)叫|唤作)(?:是|为|叫|就叫|就是|作|做|改成|改为|改叫)?[\s:：“\"'‘「]*(?P<name>[\u4e00-\u9fff]{1,4}?)(?=[”\"'’」，。、；！？\s的）)（(]|$|是|今年|来|和|说)"
)
_PRIVATE_NAME = re.compile(r"小名|花名|叫[他她]|乳名|绰号|外号|昵称|诨|网名")
_CALL_OK = words("called_words")
_SMALL = re.compile(r"(?<![\u4e00-\u9fff大从最太很更])?[小阿][\u4e00-\u9fff](?:[\u4e00-\u9fff])?")
_SMALL_OK = words("small_words")
_SMALL_NAMES = words("small_names")
_NAME_AFTER = re.compile(
    r"(?:\s|[的说讲问答哭笑喊叫想是在有和跟对把被给让也都就还又才从到去来住坐站走写画爱怕会要不没很最，。、：；（(]|的(?:爸|妈|爷|奶|外|姐|哥|弟|妹|叔|姑|舅|姨|家|父|母|老师|班|妈妈|同桌|成绩|病|伤|作业|日记|画|手机|事|情况|照)|今年|出生|同学|一家|家[里的在住]|去年|每[天周次]|第一|第二|$|”|』|」|一个人|告诉|低|突|经常|常|终于|开始|跑|拿|起|那|这|每|先|再|连|曾|平|自|放|上|下|回|进|出|点|摇|抬|接|听|看|见|能|愿|喜|害|生|发|读|念|变|得|受|叔|已|两|三|一)"
)
_PET = re.compile(
    r"狗蛋|狗娃|狗剩|二狗|铁蛋|铁柱|柱子|栓子|石头(?=[说问哭跑今和的爸妈爷奶家同]|是)|二丫|大丫|三丫|丫丫|妮妮|妞妞|幺妹(?=[说问哭])|毛毛|豆豆|毛豆(?=[说问哭今的])|虎子|虎娃|牛娃|牛牛|狗子|黑蛋|黑娃|胖墩|胖虎|臭蛋|皮皮|猴子(?=[说问哭今的爸妈])|团子|糖糖|果果|朵朵|嘟嘟|贝贝|欢欢|乐乐|佳佳|萌萌|婷婷|丽丽|娜娜|莉莉|倩倩|静静(?=[说的今是和爸妈奶爷同])|强强|亮亮(?=[说的今是和爸妈奶爷同])|涛涛|阳阳|洋洋|轩轩|涵涵|欣欣|悦悦|琪琪|瑶瑶|雯雯|文文|晨晨|浩浩|宇宇|辰辰|彤彤|童童|彬彬|冰冰|楠楠|媛媛|圆圆(?=[说问哭今和爸妈家同])|芳芳|燕燕|兰兰|凤凤|玲玲|珊珊|莎莎|露露|依依|可可|多多(?=[说问哭和今爸妈])|安安|康康|宁宁|聪聪|壮壮|鹏鹏|龙龙|虎虎|鑫鑫|磊磊|晶晶|淼淼|贵贵|福福|旺旺|喜喜|顺顺|春春|秋秋|月月|云云|雪雪|花花|梅梅|菊菊|莲莲|苗苗|树树|林林|森森|海海|江江|峰峰|伟伟|杰杰|俊俊|勇勇|军军|辉辉|斌斌|波波|超超|凯凯|飞飞|帅帅|哲哲|睿睿|博博|诺诺|一一(?=[说问哭今])|丁丁|东东|冬冬|南南|北北|西西|[大二三][宝娃]|囡囡|妮子|妞子|丫蛋|丫头(?=名|叫)|幺儿(?=说|今)|憨娃|山娃|水娃|春娃|福娃|金娃|银娃|铁娃|石娃|毛娃|土娃|黑妞|胖妞|大妞|二妞|小妞|细妹|细仔|阿仔|狗仔(?=[说今的])|大毛|二毛|三毛(?![钱])|老幺(?=说|今)"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    lines = (DATA / "surnames.txt").read_text(encoding="utf-8").splitlines()
    return frozenset("".join(lines[:2])), frozenset(lines[2].split())


@cache
def _given() -> frozenset[str]:
    return frozenset((DATA / "given_names.txt").read_text(encoding="utf-8").replace("\n", ""))


@cache
def _minority() -> re.Pattern[str]:
    known = sorted((DATA / "minority_names.txt").read_text(encoding="utf-8").split(), key=len)
    return re.compile(
        rf"[\u4e00-\u9fff]{{2,6}}[·・•][\u4e00-\u9fff]{{2,8}}|(?:{'|'.join(reversed(known))})"
    )


_JOINS = frozenset("和与向从于对把被给让跟同由以为及或是有")
_TOP = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_LEFT = re.compile(
    r"(?:叫|名|是|姓|同桌|同学|班主任|老师|校长|书记|支书|主任|社工|督导|孩子|女孩|男孩|儿童|姑姑|叔叔|舅舅|舅妈|姨妈|伯父|伯母|姐姐|哥哥|弟弟|妹妹|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|医生|护士|邻居|朋友|好友|室友|"
    r"记录人|填表人|联系人|签名|签字|和|与|跟|对|把|被|给|让|由|请|找|问|喊|陪|，|。|、|：|:|“|\"|（|\(|^|\s|；|村民|表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹|代表|志愿者|警官|律师|工作者|员|长|生|人|者|小伙伴|当事人|监护人|对象|个案|案主)$"
)


def find(t: Plain) -> Iterator[Hit]:
    yield from _full(t)
    yield from _titled(t)
    yield from _nicknames(t)
    for match in _minority().finditer(t.text):
        if _minority_name(t, match):
            yield Hit("person_name", match.start(), match.end())
    for match in _SAID.finditer(t.text):
        yield Hit("person_name", match.start(), match.end())
    for match in _MASKED.finditer(t.text):
        sur = match["sur"] or match["clan"]
        single, _ = _surnames()
        if sur in single and (sur not in _COMMON or "某" not in match[0] or sur in _TOP):
            yield Hit("titled_name" if "某" in match[0] else "person_name", *match.span())


def _minority_name(t: Plain, match: re.Match[str]) -> bool:
    if "·" in match[0] or "・" in match[0] or "•" in match[0]:
        return not re.match(r"\s?[（(]\s?(?:19|20)\d{2}", t.text[match.end() : match.end() + 8])
    if len(match[0]) > 2:
        return True
    inside = [k for k in t.tokens if k.start < match.end() and match.start() < k.end]
    ordinary = all(
        k.tag[:1] in "vadnrt" and k.tag not in ("nr", "nrt", "nz", "ns", "nrfg") and len(k.word) > 1
        for k in inside
    )
    return not ordinary and all(k.start >= match.start() - 3 for k in inside)


def _full(t: Plain) -> Iterator[Hit]:
    """Surname and given name."""
    single, double = _surnames()
    text = t.text
    taken = -1
    for index, token in enumerate(t.tokens):
        if token.start < taken:
            continue
        for length in (2, 1):
            sur = text[token.start : token.start + length]
            if sur in "周段成元" and _COUNT.search(text[max(0, token.start - 1) : token.start]):
                continue  # `week 8` and not the surname
            if sur not in (double if length == 2 else single):
                continue
            given = _given_after(t, index, len(sur))
            if given:
                end = token.start + len(sur) + given
                if not _CITED.match(text[end : end + 24]):
                    yield Hit("person_name", token.start, end)
                taken = end
                break


def _given_after(t: Plain, index: int, length: int) -> int:
    """How many characters of a given name follow, 0 for none."""
    text, token = t.text, t.tokens[index]
    start = token.start + length
    rest = re.match(r"[\u4e00-\u9fff]{0,2}", text[start : start + 2])
    chars = rest[0] if rest else ""
    if not chars:
        return 0
    sur = text[token.start : start]
    left = bool(_LEFT.search(text[max(0, token.start - 4) : token.start]))
    if token.tag in ("nr", "nrt", "nrfg") and len(token.word) in (length + 1, length + 2):
        if token.word in _NO_NAME or (
            len(token.word) == 2
            and not (left and _NAME_AFTER.match(text[token.end : token.end + 4]))
        ):
            return 0
        if all(char in _given() for char in token.word[length:]):
            return len(token.word) - length
        return 0
    if len(token.word) > length:
        return 0  # the surname is the beginning of an ordinary word
    following = _singles(t, index + (1 if len(token.word) == length else 0))
    for size in (2, 1):
        part = chars[:size]
        strict = length == 1 and sur in _COMMON
        if len(part) < size or not _fits(t, start, start + size, following):
            continue
        likely = sum(char in _given() for char in part)
        word = text[token.start : start + size]
        after = bool(_NAME_AFTER.match(text[start + size : start + size + 4]))
        called = bool(_CALLED_BY.search(text[max(0, token.start - 4) : token.start]))
        if word in _NO_NAME or word[:2] in _NO_NAME or not likely:
            continue
        if likely < size:
            if size == 2 and following >= 2 and not strict and (left or length == 2):
                return size
            continue
        if strict and called and (size == 2 or after):
            return size
        if not strict and (size == 2 or (after and (left or length == 2))):
            return size
    return 0


def _singles(t: Plain, index: int) -> int:
    """How many one-character words follow in a row; `whether` may be the `Ruo` of a name."""
    count = 0
    for token in t.tokens[index : index + 2]:
        if not _ONE.fullmatch(token.word):
            break
        if token.tag in ("uj", "ul", "uz", "p", "c", "m", "d") and token.word not in _given():
            break
        count += 1
    return count


def _fits(t: Plain, start: int, end: int, singles: int) -> bool:
    """The given name ends where a word ends, and is no everyday word of two characters."""
    if end not in t.ends:
        return False
    if singles >= end - start:
        return True
    inside = [k for k in t.tokens if start <= k.start and k.end <= end]
    return all(
        k.tag in ("nr", "nz", "ns", "nrt", "nrfg", "n", "a", "v", "t", "ad", "an", "z", "j")
        for k in inside
    ) and all(char in _given() for char in t.text[start:end])


def _titled(t: Plain) -> Iterator[Hit]:
    single, double = _surnames()
    for match in _TITLED.finditer(t.text):
        sur = match["sur"]
        if sur == "周" and _COUNT.search(t.text[max(0, match.start() - 1) : match.start()]):
            continue
        if (sur not in single and sur not in double) or match[0] in _NO_NAME:
            continue
        if match["title"] in ("某", "某某") and sur in _COMMON and sur not in _TOP:
            continue
        starts_word = match.start() in t.starts
        if (
            sur in _JOINS
            or not starts_word
            or (
                sur in _COMMON
                and not _LEFT.search(t.text[max(0, match.start() - 3) : match.start()])
            )
        ):
            continue
        token = t.tokens[t.starts[match.start()]]
        if len(token.word) > len(sur) and token.tag not in ("nr", "nrt", "nz", "n"):
            continue
        if len(token.word) > len(sur) and token.end < match.end():
            continue
        rare = sur not in _TOP and sur not in _COMMON
        yield Hit("person_name" if rare else "titled_name", match.start(), match.end())


def _nicknames(t: Plain) -> Iterator[Hit]:
    text = t.text
    for match in _CALLED.finditer(text):
        name = match["name"]
        if name not in _CALL_OK and not re.match(
            r"[的了吗呢吧一不没有这那她他它我你里写记放]", name
        ):
            token = t.starts.get(match.start("name"))
            word = t.tokens[token] if token is not None else None
            if (
                _PRIVATE_NAME.match(match[0])
                or word is None
                or word.tag[:1] not in "vprdcm"
                or len(word.word) < len(name)
            ):
                yield Hit("undeclared_nickname", match.start("name"), match.end("name"))
    for match in _PET.finditer(text):
        yield Hit("undeclared_nickname", match.start(), match.end())
    for match in _SMALL.finditer(text):
        name = match[0][:2]
        if (
            match.start() > 0
            and re.match(r"[大从最太很更变缩幼弱矮窄细微渺狭]", text[match.start() - 1])
            and name[0] == "小"
        ):
            continue
        if any(text.startswith(ok, match.start()) for ok in _SMALL_OK if len(ok) > 2) or (
            name in _SMALL_OK and name not in _SMALL_NAMES
        ):
            continue
        holder = next((k for k in t.tokens if k.start <= match.start() < k.end), None)
        if holder is not None and holder.start < match.start():
            continue
        inner = (
            holder is not None
            and len(holder.word) > 2
            and holder.tag not in ("nr", "nrt", "nz", "nrfg")
        )
        known = (
            holder is not None
            and holder.word == name
            and holder.tag not in ("nr", "nrt", "nz", "nrfg")
            and name not in _SMALL_NAMES
        )
        if inner or known:
            continue
        asked = _ASKED.search(text[max(0, match.start() - 2) : match.start()])
        given = name[1] in _given() or name[1] in _surnames()[0] or name[0] == "阿"
        end = match.start() + 2
        if not _NAME_AFTER.match(text[end : end + 4]) and text[end : end + 1] in _given():
            end += 1  # `Xiao Yuhan` is not the declared `Xiao Yu`
        if given and (asked or _NAME_AFTER.match(text[end : end + 4])):
            falling = re.search(r"[下着场阵有]$", text[max(0, match.start() - 1) : match.start()])
            if falling and name in ("小雨", "小雪"):
                continue
            yield Hit("undeclared_nickname", match.start(), end)

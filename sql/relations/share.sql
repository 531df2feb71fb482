-- Grain: One test of one rate against its numerator and denominator, or against what its base allows.
-- Why: "16.003/80.276 hộ, tỷ lệ 19,93%" says a thing twice. Where the part is not told but the whole is a small whole
-- number, only some rates can be: 45,3 % of 15 households is no number of households (the GRIM test of Brown and
-- Heathers, 2017). Where the whole is not told, two parts with their rates must point to one whole; where the relation
-- has years, the two are told at different times, and the whole may have grown or shrunk by 5 % a year between: the
-- households of Vietnam grew by 1.8 % a year from 2009 to 2019 (census), those of the fastest province by 5 %.
-- "16.003 hộ (19,93%), giảm 1.432 hộ (1,95%)" points to the former whole, too: the part and its rate as they were.
-- Roles: parts, one whole, rates in the order of their parts; part_change and rate_change are added to the first part
-- and the first rate to give the former ones. Rates that are no per cent ("0,38 lần") have no hundred.
WITH figure AS (
    SELECT
        relation_id,
        document,
        role,
        family,
        years,
        sign,
        row_number() OVER (PARTITION BY relation_id, role ORDER BY position) AS rank,
        { 'value': value, 'low': low, 'high': high, 'unit': unit, 'family': family } AS told
    FROM relation_figure
    WHERE kind = 'share'
),

pair AS (
    SELECT
        relation_id,
        document,
        rank,
        any_value(years) AS years,
        any_value(told) FILTER (WHERE role = 'part') AS part,
        any_value(told) FILTER (WHERE role = 'rate') AS rate,
        max(CASE WHEN told['unit'] = 'permille' THEN 1000 WHEN told['family'] = 'rate' THEN 100 ELSE 1 END)
        FILTER (WHERE role = 'rate') AS hundred
    FROM figure
    WHERE role IN ('part', 'rate')
    GROUP BY relation_id, document, rank
),

-- The first part, and its rate, before they changed: a line each.
before_change AS (
    SELECT
        relation_id,
        document,
        replace(role, '_change', '') AS role,
        {
            'value': sum(sign * told['value']),
            'low': sum(CASE WHEN sign > 0 THEN told['low'] ELSE -told['high'] END),
            'high': sum(CASE WHEN sign > 0 THEN told['high'] ELSE -told['low'] END),
            'unit': any_value(told['unit']) FILTER (WHERE role IN ('part', 'rate')),
            'family': any_value(told['family']) FILTER (WHERE role IN ('part', 'rate'))
        } AS told
    FROM figure
    WHERE rank = 1 AND role IN ('part', 'part_change', 'rate', 'rate_change')
    GROUP BY ALL
    HAVING count(*) = 2 AND bool_and(told['low'] IS NOT NULL AND told['high'] IS NOT NULL)
),

former AS (
    SELECT
        relation_id,
        document,
        2 AS rank,
        any_value(told) FILTER (WHERE role = 'part') AS part,
        any_value(told) FILTER (WHERE role = 'rate') AS rate
    FROM before_change
    GROUP BY relation_id, document
),

whole AS (
    SELECT
        relation_id,
        told AS whole
    FROM figure
    WHERE role = 'whole' AND rank = 1
),

-- Each later pair, and the former one, beside the first, where no whole is told; between what times its own size the
-- whole may have become.
beside AS (
    SELECT
        later.relation_id,
        later.document,
        later.rank,
        later.part,
        later.rate,
        later.test,
        earliest.part AS first_part,
        earliest.rate AS first_rate,
        greatest(1 - coalesce(earliest.years, 0) * 0.05, 0) AS least_growth,
        1 + coalesce(earliest.years, 0) * 0.05 AS most_growth
    FROM (
        SELECT
            relation_id,
            document,
            rank,
            part,
            rate,
            hundred,
            CASE WHEN years IS NULL THEN 'same_base' ELSE 'lasting_base' END AS test
        FROM pair
        WHERE rank > 1
        UNION ALL
        SELECT
            former.relation_id,
            former.document,
            former.rank,
            former.part,
            former.rate,
            pair.hundred,
            'former_base' AS test
        FROM former
        INNER JOIN pair ON former.relation_id = pair.relation_id AND pair.rank = 1
    ) AS later
    INNER JOIN pair AS earliest ON later.relation_id = earliest.relation_id AND earliest.rank = 1
    ANTI JOIN whole ON later.relation_id = whole.relation_id
    WHERE later.part IS NOT NULL AND later.rate IS NOT NULL AND later.hundred = earliest.hundred
),

-- The whole number of things that comes nearest to a rate of a whole whose part is not told.
possible AS (
    SELECT
        pair.relation_id,
        pair.document,
        pair.rank,
        pair.rate,
        whole.whole,
        pair.hundred,
        ceil(pair.rate['low'] * whole.whole['value'] / pair.hundred) AS least,
        round(pair.rate['value'] * whole.whole['value'] / pair.hundred) AS nearest,
        CASE
            WHEN
                nearest * pair.hundred
                BETWEEN pair.rate['low'] * whole.whole['value'] AND pair.rate['high'] * whole.whole['value']
                THEN nearest
            ELSE least
        END AS things
    FROM pair
    INNER JOIN whole ON pair.relation_id = whole.relation_id
    WHERE
        pair.part IS NULL
        AND pair.rate IS NOT NULL
        AND whole.whole['family'] = 'count'
        AND whole.whole['low'] = whole.whole['high']
        AND whole.whole['value'] = round(whole.whole['value'])
        AND whole.whole['value'] > 0
        -- of a great whole every rate is possible: a test that cannot fail is none
        AND cast(pair.rate['high'] - pair.rate['low'] AS DOUBLE) * cast(whole.whole['value'] AS DOUBLE) < pair.hundred
)

SELECT
    pair.relation_id,
    pair.document,
    'rate' AS test,
    pair.rank,
    pair.rate['unit'] AS unit,
    CASE
        WHEN pair.rate IS NULL THEN 'rate'
        WHEN pair.part['family'] <> whole.whole['family'] THEN 'same_unit'
        WHEN whole.whole['low'] IS NULL OR whole.whole['low'] <= 0 OR pair.part['low'] < 0 THEN 'positive_base'
    END AS missing,
    pair.rate['value'] AS stated,
    pair.rate['low'] AS stated_low,
    pair.rate['high'] AS stated_high,
    pair.hundred * pair.part['value'] AS numerator,
    pair.hundred * pair.part['low'] AS numerator_low,
    pair.hundred * pair.part['high'] AS numerator_high,
    whole.whole['value'] AS denominator,
    whole.whole['high'] AS denominator_low,
    whole.whole['low'] AS denominator_high
FROM pair
INNER JOIN whole ON pair.relation_id = whole.relation_id
WHERE pair.part IS NOT NULL
UNION ALL
SELECT
    relation_id,
    document,
    'possible_rate' AS test,
    rank,
    rate['unit'] AS unit,
    NULL AS missing,
    rate['value'] AS stated,
    rate['low'] AS stated_low,
    rate['high'] AS stated_high,
    cast(hundred * things AS DECIMAL(38, 6)) AS numerator,
    cast(hundred * things AS DECIMAL(38, 6)) AS numerator_low,
    cast(hundred * things AS DECIMAL(38, 6)) AS numerator_high,
    whole['value'] AS denominator,
    whole['value'] AS denominator_low,
    whole['value'] AS denominator_high
FROM possible
UNION ALL
SELECT
    relation_id,
    document,
    test,
    rank,
    rate['unit'] AS unit,
    CASE
        WHEN first_part IS NULL OR first_rate IS NULL THEN 'part'
        WHEN part['family'] <> first_part['family'] THEN 'same_unit'
        WHEN first_part['low'] IS NULL OR first_part['low'] <= 0 THEN 'positive_base'
        WHEN part['low'] < 0 OR first_rate['low'] < 0 THEN 'positive_base'
    END AS missing,
    rate['value'] AS stated,
    rate['low'] AS stated_low,
    rate['high'] AS stated_high,
    try(cast(part['value'] * cast(first_rate['value'] AS DECIMAL(18, 6)) AS DECIMAL(38, 6))) AS numerator,
    try(
        cast(part['low'] * cast(first_rate['low'] * least_growth AS DECIMAL(18, 6)) AS DECIMAL(38, 6))
    ) AS numerator_low,
    try(
        cast(part['high'] * cast(first_rate['high'] * most_growth AS DECIMAL(18, 6)) AS DECIMAL(38, 6))
    ) AS numerator_high,
    first_part['value'] AS denominator,
    first_part['high'] AS denominator_low,
    first_part['low'] AS denominator_high
FROM beside

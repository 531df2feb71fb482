-- Grain: One test of one told change: its difference, its yearly average, its per cent or its multiple.
-- Why: "giảm từ 12,3% xuống còn 9,8%, giảm 2,5%", "bình quân mỗi năm giảm 5,16%", "tăng 187,4 tỷ đồng (5,74%)", "gấp
-- 1,3 lần" all follow from two levels and the years between them. Prose tells falls and rises as positive figures, so
-- there the size counts and not the sign; a sheet's column of differences has its sign. Where the level before is not
-- told it follows from the level after and the difference, as a fall or as a rise, whichever comes nearer.
-- Roles: before, after, difference, relative, average, multiple; the relation has the years of an average.
WITH figure AS (
    SELECT
        relation_id,
        document,
        years,
        role,
        position,
        family,
        in_sheet,
        { 'value': value, 'low': low, 'high': high, 'unit': unit, 'family': family } AS told
    FROM relation_figure
    WHERE kind = 'change'
),

line AS (
    SELECT
        relation_id,
        document,
        years,
        bool_or(in_sheet) AS signed,
        count(DISTINCT family) FILTER (WHERE role IN ('before', 'after', 'difference')) AS families,
        arg_min(told, position) FILTER (WHERE role = 'before') AS before,
        arg_min(told, position) FILTER (WHERE role = 'after') AS after,
        arg_min(told, position) FILTER (WHERE role = 'difference') AS difference,
        arg_min(told, position) FILTER (WHERE role = 'average') AS average,
        arg_min(told, position) FILTER (WHERE role IN ('relative', 'multiple')) AS relative
    FROM figure
    GROUP BY relation_id, document, years
),

-- The change as the levels give it, else as it is told; `fell` turns it round where only its size is told.
move AS (
    SELECT
        *,
        before IS NOT NULL AND after IS NOT NULL AS has_levels,
        has_levels AND NOT signed AND after['value'] < before['value'] AS fell,
        CASE
            WHEN fell THEN before['value'] - after['value']
            WHEN has_levels THEN after['value'] - before['value']
            ELSE difference['value']
        END AS size,
        CASE
            WHEN fell THEN before['low'] - after['high']
            WHEN has_levels THEN after['low'] - before['high']
            ELSE difference['low']
        END AS size_low,
        CASE
            WHEN fell THEN before['high'] - after['low']
            WHEN has_levels THEN after['high'] - before['low']
            ELSE difference['high']
        END AS size_high
    FROM line
),

-- What a per cent is of: the level before, told or found from the other two.
base AS (
    SELECT
        *,
        -- only which of the two comes nearer, so the rounding of DOUBLE does no harm
        cast(relative['value'] AS DOUBLE) / 100 AS told_rate,
        abs(told_rate * cast(after['value'] - difference['value'] AS DOUBLE) - cast(difference['value'] AS DOUBLE))
        <= abs(told_rate * cast(after['value'] + difference['value'] AS DOUBLE) - cast(difference['value'] AS DOUBLE))
            AS rose,
        CASE
            WHEN before IS NOT NULL THEN before['value']
            WHEN rose THEN after['value'] - size
            ELSE after['value'] + size
        END AS base_value,
        -- the ends of the quotient: the least of it has the greatest base, whatever follows from one figure follows
        CASE
            WHEN before IS NOT NULL AND fell THEN before['low']
            WHEN before IS NOT NULL THEN before['high']
            WHEN rose THEN after['high'] - size_low
            ELSE after['high'] + size_low
        END AS base_of_low,
        CASE
            WHEN before IS NOT NULL AND fell THEN before['high']
            WHEN before IS NOT NULL THEN before['low']
            WHEN rose THEN after['low'] - size_high
            ELSE after['low'] + size_high
        END AS base_of_high,
        -- whole things are counted exactly, but an average of them is rounded: 15.842 in 5 years are 3.168 a year
        average['family'] = 'count' AND average['low'] = average['high'] AS average_is_whole
    FROM move
)

SELECT
    relation_id,
    document,
    'difference' AS test,
    cast(1 AS BIGINT) AS rank,
    difference['unit'] AS unit,
    CASE WHEN families > 1 THEN 'same_unit' END AS missing,
    difference['value'] AS stated,
    difference['low'] AS stated_low,
    difference['high'] AS stated_high,
    size AS numerator,
    size_low AS numerator_low,
    size_high AS numerator_high,
    cast(1 AS DECIMAL(38, 6)) AS denominator,
    cast(1 AS DECIMAL(38, 6)) AS denominator_low,
    cast(1 AS DECIMAL(38, 6)) AS denominator_high
FROM base
WHERE has_levels AND difference IS NOT NULL
UNION ALL
SELECT
    relation_id,
    document,
    'yearly_average' AS test,
    cast(1 AS BIGINT) AS rank,
    average['unit'] AS unit,
    CASE WHEN size IS NULL THEN 'levels' WHEN years IS NULL OR years <= 0 THEN 'years' END AS missing,
    average['value'] AS stated,
    CASE WHEN average_is_whole THEN average['value'] - 0.5 ELSE average['low'] END AS stated_low,
    CASE WHEN average_is_whole THEN average['value'] + 1 ELSE average['high'] END AS stated_high,
    size AS numerator,
    size_low AS numerator_low,
    size_high AS numerator_high,
    cast(years AS DECIMAL(38, 6)) AS denominator,
    cast(years AS DECIMAL(38, 6)) AS denominator_low,
    cast(years AS DECIMAL(38, 6)) AS denominator_high
FROM base
WHERE average IS NOT NULL
UNION ALL
SELECT
    relation_id,
    document,
    CASE WHEN relative['family'] = 'rate' THEN 'relative_change' ELSE 'multiple' END AS test,
    cast(1 AS BIGINT) AS rank,
    -- "giảm 60%" of a count whose rate falls in points is told in per cent all the same
    CASE WHEN relative['family'] = 'rate' THEN 'percent' ELSE relative['unit'] END AS unit,
    CASE
        WHEN size IS NULL OR (before IS NULL AND after IS NULL) THEN 'levels'
        WHEN relative['family'] <> 'rate' AND (before IS NULL OR after IS NULL) THEN 'levels'
        WHEN base_of_low IS NULL OR base_of_high IS NULL OR base_of_low <= 0 OR base_of_high <= 0 THEN 'positive_base'
    END AS missing,
    relative['value'] AS stated,
    relative['low'] AS stated_low,
    relative['high'] AS stated_high,
    CASE WHEN relative['family'] = 'rate' THEN 100 * size ELSE after['value'] END AS numerator,
    CASE WHEN relative['family'] = 'rate' THEN 100 * size_low ELSE after['low'] END AS numerator_low,
    CASE WHEN relative['family'] = 'rate' THEN 100 * size_high ELSE after['high'] END AS numerator_high,
    CASE WHEN relative['family'] = 'rate' THEN base_value ELSE before['value'] END AS denominator,
    CASE WHEN relative['family'] = 'rate' THEN base_of_low ELSE before['high'] END AS denominator_low,
    CASE WHEN relative['family'] = 'rate' THEN base_of_high ELSE before['low'] END AS denominator_high
FROM base
WHERE relative IS NOT NULL

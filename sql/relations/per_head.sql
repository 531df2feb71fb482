-- Grain: One test of one amount told with the number of those who share it.
-- Why: a slip of the unit ("1.218.000 triệu đồng" for 1.735 children) passes every sum but no division. An amount is
-- held against the amounts a head that the source tells ("228 triệu = 14 x 12 triệu + 6 x 10 triệu"), against the
-- legal norms that apply, and against a wide band of what is plausible at all; one that is exactly so many whole
-- millions each speaks for itself, since among ten and more heads chance seldom does that. What is allowed a head is
-- multiplied with the count, so that nothing is divided.
-- Roles: one amount, counts, amounts a head in the order of their counts.
WITH figure AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY relation_id, role ORDER BY position) AS rank
    FROM relation_figure
    WHERE kind = 'per_head'
),

line AS (
    SELECT
        relation_id,
        document,
        arg_min({ 'value': value, 'low': low, 'high': high, 'unit': unit, 'family': family }, position)
        FILTER (WHERE role = 'amount') AS amount,
        arg_min({ 'value': value, 'low': low, 'high': high }, position) FILTER (WHERE role = 'count') AS heads,
        count(*) FILTER (WHERE role = 'count') AS counts,
        count(*) FILTER (WHERE role = 'per_head') AS per_heads
    FROM figure
    GROUP BY relation_id, document
),

-- Counts times amounts a head. A ceiling told a head bounds one side only; so does a norm told of a single count,
-- since not all that is due need be paid out.
product AS (
    SELECT
        each_one.relation_id,
        bool_or(each_one.per LIKE '%month%') AS monthly,
        any_value(each_one.family) AS family,
        sum(try(cast(heads['value'] * cast(each_one.value AS DECIMAL(22, 6)) AS DECIMAL(38, 6)))) AS value,
        CASE
            WHEN
                bool_and(each_one.comparator NOT IN ('<', '<='))
                AND NOT (count(*) = 1 AND bool_or(each_one.status = 'norm'))
                AND bool_and(heads['low'] IS NOT NULL AND each_one.low IS NOT NULL)
                THEN sum(try(cast(heads['low'] * cast(each_one.low AS DECIMAL(22, 6)) AS DECIMAL(38, 6))))
        END AS low,
        CASE
            WHEN
                bool_and(each_one.comparator <> '>=')
                AND bool_and(heads['high'] IS NOT NULL AND each_one.high IS NOT NULL)
                THEN sum(try(cast(heads['high'] * cast(each_one.high AS DECIMAL(22, 6)) AS DECIMAL(38, 6))))
        END AS high
    FROM figure AS each_one
    INNER JOIN figure AS heads
        ON each_one.relation_id = heads.relation_id AND each_one.rank = heads.rank AND heads.role = 'count'
    WHERE each_one.role = 'per_head'
    GROUP BY each_one.relation_id
),

allowed AS (
    SELECT
        relation_id,
        is_band,
        is_sure,
        norm_id,
        per_head_norm.low AS norm_low,
        per_head_norm.high AS norm_high,
        line.document,
        line.amount,
        line.heads,
        try(cast(line.heads['value'] * per_head_norm.low AS DECIMAL(38, 6))) AS least,
        try(cast(line.heads['value'] * per_head_norm.high AS DECIMAL(38, 6))) AS most
    FROM per_head_norm
    INNER JOIN line USING (relation_id)
    WHERE line.heads['value'] > 0
)

SELECT
    relation_id,
    line.document,
    CASE WHEN product.monthly THEN 'monthly_amount' ELSE 'product' END AS test,
    line.amount['unit'] AS unit,
    'warning' AS severity,
    NULL AS norm_id,
    NULL AS norm_low,
    NULL AS norm_high,
    CASE
        WHEN line.amount IS NULL THEN 'amount'
        WHEN line.counts <> line.per_heads THEN 'per_head'
        WHEN product.family <> line.amount['family'] THEN 'same_unit'
    END AS missing,
    line.amount['value'] AS stated,
    line.amount['low'] AS stated_low,
    line.amount['high'] AS stated_high,
    CASE
        WHEN product.monthly THEN greatest(product.value, least(line.amount['value'], try(12 * product.value)))
        ELSE product.value
    END AS computed,
    product.low AS computed_low,
    try(CASE WHEN product.monthly THEN 12 ELSE 1 END * product.high) AS computed_high
FROM line
INNER JOIN product USING (relation_id)
UNION ALL
SELECT
    relation_id,
    document,
    CASE WHEN is_band THEN 'plausible_amount' ELSE 'norm' END AS test,
    amount['unit'] AS unit,
    CASE WHEN is_sure THEN 'warning' ELSE 'info' END AS severity,
    norm_id,
    norm_low,
    norm_high,
    NULL AS missing,
    amount['value'] AS stated,
    -- sums paid are also rounded up: a whole step of the last printed digit below, not a half
    2 * amount['low'] - amount['value'] AS stated_low,
    amount['high'] AS stated_high,
    greatest(least, least(amount['value'], most)) AS computed,
    try(cast(heads['low'] * norm_low AS DECIMAL(38, 6))) AS computed_low,
    try(cast(heads['high'] * norm_high AS DECIMAL(38, 6))) AS computed_high
FROM allowed
UNION ALL
SELECT
    relation_id,
    document,
    'round_amount' AS test,
    amount['unit'] AS unit,
    'info' AS severity,
    NULL AS norm_id,
    NULL AS norm_low,
    NULL AS norm_high,
    NULL AS missing,
    amount['value'] AS stated,
    amount['low'] AS stated_low,
    amount['high'] AS stated_high,
    amount['value'] AS computed,
    amount['value'] AS computed_low,
    amount['value'] AS computed_high
FROM line
WHERE
    counts = 1
    AND amount['unit'] = 'VND'
    AND heads['value'] >= 10
    AND amount['value'] > 0
    AND try(amount['value'] % (heads['value'] * 1000000)) = 0

-- Grain: One test of one cell against the formula that its form prints for it.
-- Why: forms number their columns and say "4=3/1*100", "(6)=(3)+(4)-(5)"; a figure typed over, or a unit slip in one
-- column, breaks the identity. What is computed is the multiplier times the sum of the numerators over the sum of the
-- denominators, each with its sign; without denominators it is the sum. Roles: one result, numerators, denominators.
WITH side AS (
    SELECT
        relation_id,
        document,
        role,
        max(multiplier) AS multiplier,
        any_value(unit) AS unit,
        count(*) AS figures,
        sum(value * sign) AS value,
        CASE
            WHEN bool_and(CASE WHEN sign > 0 THEN low ELSE high END IS NOT NULL)
                THEN sum(CASE WHEN sign > 0 THEN low ELSE -high END)
        END AS low,
        CASE
            WHEN bool_and(CASE WHEN sign > 0 THEN high ELSE low END IS NOT NULL)
                THEN sum(CASE WHEN sign > 0 THEN high ELSE -low END)
        END AS high
    FROM relation_figure
    WHERE kind = 'formula'
    GROUP BY relation_id, document, role
),

line AS (
    SELECT
        relation_id,
        document,
        max(multiplier) AS multiplier,
        any_value({ 'value': value, 'low': low, 'high': high, 'unit': unit, 'figures': figures })
        FILTER (WHERE role = 'result') AS result,
        any_value({ 'value': value, 'low': low, 'high': high }) FILTER (WHERE role = 'numerator') AS above,
        any_value({ 'value': value, 'low': low, 'high': high }) FILTER (WHERE role = 'denominator') AS below
    FROM side
    GROUP BY relation_id, document
)

SELECT
    relation_id,
    document,
    'formula' AS test,
    cast(1 AS BIGINT) AS rank,
    result['unit'] AS unit,
    CASE
        WHEN result IS NULL OR result['figures'] <> 1 THEN 'result'
        WHEN above IS NULL THEN 'numerator'
        WHEN below IS NOT NULL AND (below['low'] IS NULL OR below['low'] <= 0) THEN 'positive_base'
    END AS missing,
    result['value'] AS stated,
    result['low'] AS stated_low,
    result['high'] AS stated_high,
    try(cast(above['value'] * cast(multiplier AS DECIMAL(18, 6)) AS DECIMAL(38, 6))) AS numerator,
    try(cast(above['low'] * cast(multiplier AS DECIMAL(18, 6)) AS DECIMAL(38, 6))) AS numerator_low,
    try(cast(above['high'] * cast(multiplier AS DECIMAL(18, 6)) AS DECIMAL(38, 6))) AS numerator_high,
    CASE WHEN below IS NULL THEN 1 ELSE below['value'] END AS denominator,
    -- a negative quotient is least over the least denominator
    CASE WHEN below IS NULL THEN 1 WHEN above['low'] < 0 THEN below['low'] ELSE below['high'] END
        AS denominator_low,
    CASE WHEN below IS NULL THEN 1 WHEN above['high'] < 0 THEN below['high'] ELSE below['low'] END
        AS denominator_high
FROM line

-- Grain: One test of one degree of fulfilment against the achieved and the planned figure.
-- Why: "727/700 lao động, đạt 103,8% kế hoạch" and "vượt 3,8% kế hoạch" repeat what the two counts say already.
-- A rate in per cent is achieved / planned, an excess in per cent that less 100; an excess in the unit of the counts
-- is their difference; "bằng 1,04 lần kế hoạch" has no hundred. Without rate or excess there is nothing to hold the
-- counts against. Roles: one actual, one plan, one rate or excess.
WITH figure AS (
    SELECT
        relation_id,
        document,
        role,
        position,
        { 'value': value, 'low': low, 'high': high, 'unit': unit, 'family': family } AS told
    FROM relation_figure
    WHERE kind = 'plan_ratio'
),

line AS (
    SELECT
        relation_id,
        document,
        arg_min(told, position) FILTER (WHERE role = 'actual') AS actual,
        arg_min(told, position) FILTER (WHERE role = 'plan') AS plan,
        arg_min(told, position) FILTER (WHERE role IN ('rate', 'excess')) AS told,
        bool_or(role = 'excess') AS is_excess
    FROM figure
    GROUP BY relation_id, document
),

scaled AS (
    SELECT
        *,
        is_excess AND told['family'] = actual['family'] AS is_amount,
        CASE
            WHEN is_amount THEN 1
            WHEN told['unit'] = 'permille' THEN 1000
            WHEN told['family'] = 'rate' THEN 100
            ELSE 1
        END AS hundred
    FROM line
)

SELECT
    relation_id,
    document,
    CASE WHEN is_excess THEN 'plan_excess' ELSE 'plan_rate' END AS test,
    cast(1 AS BIGINT) AS rank,
    told['unit'] AS unit,
    CASE
        WHEN actual IS NULL THEN 'actual'
        WHEN plan IS NULL THEN 'plan'
        WHEN told IS NULL THEN 'rate'
        WHEN actual['family'] <> plan['family'] THEN 'same_unit'
        WHEN
            NOT is_amount AND (plan['low'] IS NULL OR plan['low'] <= 0 OR actual['low'] < 0)
            THEN 'positive_base'
    END AS missing,
    told['value'] AS stated,
    told['low'] AS stated_low,
    told['high'] AS stated_high,
    hundred
    * (actual['value'] - CASE WHEN is_excess THEN plan['value'] ELSE 0 END) AS numerator,
    hundred
    * (actual['low'] - CASE WHEN is_excess THEN plan['high'] ELSE 0 END) AS numerator_low,
    hundred
    * (actual['high'] - CASE WHEN is_excess THEN plan['low'] ELSE 0 END) AS numerator_high,
    CASE WHEN is_amount THEN 1 ELSE plan['value'] END AS denominator,
    CASE WHEN is_amount THEN 1 ELSE plan['high'] END AS denominator_low,
    CASE WHEN is_amount THEN 1 ELSE plan['low'] END AS denominator_high
FROM scaled

-- Grain: One test of one closing stock against the opening stock and the flows between.
-- Why: dư nợ at the end = dư nợ at the start + lent - collected; poor households at the end = at the start + fallen
-- back and new - escaped. A flow that is not told would look like an error, so opening and closing must both be told
-- and at least one flow. Roles: one opening, inflows, outflows, one closing.
WITH flow AS (
    SELECT
        relation_id,
        document,
        count(*) FILTER (WHERE role = 'opening') AS openings,
        count(*) FILTER (WHERE role = 'closing') AS closings,
        count(*) FILTER (WHERE role IN ('inflow', 'outflow')) AS flows,
        count(DISTINCT family) AS families,
        any_value(unit) FILTER (WHERE role = 'closing') AS unit,
        max(value) FILTER (WHERE role = 'closing') AS stated,
        max(low) FILTER (WHERE role = 'closing') AS stated_low,
        max(high) FILTER (WHERE role = 'closing') AS stated_high,
        sum(CASE WHEN role = 'outflow' THEN -value ELSE value END) FILTER (WHERE role <> 'closing') AS computed,
        CASE
            WHEN
                bool_and(CASE WHEN role = 'outflow' THEN high ELSE low END IS NOT NULL)
                FILTER (WHERE role <> 'closing')
                THEN sum(CASE WHEN role = 'outflow' THEN -high ELSE low END) FILTER (WHERE role <> 'closing')
        END AS computed_low,
        CASE
            WHEN
                bool_and(CASE WHEN role = 'outflow' THEN low ELSE high END IS NOT NULL)
                FILTER (WHERE role <> 'closing')
                THEN sum(CASE WHEN role = 'outflow' THEN -low ELSE high END) FILTER (WHERE role <> 'closing')
        END AS computed_high
    FROM relation_figure
    WHERE kind = 'stock_flow'
    GROUP BY relation_id, document
)

SELECT
    relation_id,
    document,
    'closing_stock' AS test,
    unit,
    CASE
        WHEN openings <> 1 THEN 'opening'
        WHEN closings <> 1 THEN 'closing'
        WHEN flows = 0 THEN 'flow'
        WHEN families > 1 THEN 'same_unit'
    END AS missing,
    stated,
    stated_low,
    stated_high,
    computed,
    computed_low,
    computed_high
FROM flow

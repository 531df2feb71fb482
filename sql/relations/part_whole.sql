-- Grain: One test of one total against the sum of its parts.
-- Why: the commonest slip of an editor is a total that its own parts do not give. A list that the wording completes
-- (or that adds up anyway) must add up; of a list that leaves parts out, or whose wording does not say, only that its
-- parts do not exceed the total: unless one slip of a single figure, too unlikely to be chance, would complete it
-- (part_whole_slip). Roles: one total; parts with their sign.
WITH side AS (
    SELECT
        relation_id,
        document,
        exhaustive,
        count(*) FILTER (WHERE role = 'total') AS totals,
        count(*) FILTER (WHERE role = 'part') AS parts,
        count(DISTINCT family) AS families,
        any_value(unit) FILTER (WHERE role = 'total') AS unit,
        max(value) FILTER (WHERE role = 'total') AS stated,
        max(low) FILTER (WHERE role = 'total') AS stated_low,
        max(high) FILTER (WHERE role = 'total') AS stated_high,
        sum(value * sign) FILTER (WHERE role = 'part') AS computed,
        -- one open part opens the sum on that side
        CASE
            WHEN bool_and(CASE WHEN sign > 0 THEN low ELSE high END IS NOT NULL) FILTER (WHERE role = 'part')
                THEN sum(CASE WHEN sign > 0 THEN low ELSE -high END) FILTER (WHERE role = 'part')
        END AS computed_low,
        CASE
            WHEN bool_and(CASE WHEN sign > 0 THEN high ELSE low END IS NOT NULL) FILTER (WHERE role = 'part')
                THEN sum(CASE WHEN sign > 0 THEN high ELSE -low END) FILTER (WHERE role = 'part')
        END AS computed_high
    FROM relation_figure
    WHERE kind = 'part_whole'
    GROUP BY relation_id, document, exhaustive
),

told AS (
    SELECT
        side.*,
        coalesce(side.exhaustive, FALSE)
        OR part_whole_slip.relation_id IS NOT NULL
        OR coalesce(side.computed_low <= side.stated_high AND side.computed_high >= side.stated_low, FALSE)
            AS complete
    FROM side
    LEFT JOIN part_whole_slip ON side.relation_id = part_whole_slip.relation_id
)

SELECT
    relation_id,
    document,
    CASE WHEN complete THEN 'sum' ELSE 'parts_within_total' END AS test,
    unit,
    CASE
        WHEN totals <> 1 THEN 'total'
        WHEN parts = 0 THEN 'part'
        WHEN families > 1 THEN 'same_unit'
    END AS missing,
    stated,
    stated_low,
    stated_high,
    computed,
    computed_low,
    CASE WHEN complete THEN computed_high END AS computed_high
FROM told

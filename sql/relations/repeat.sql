-- Grain: One test of one figure against the same figure told earlier in the source.
-- Why: headline, lead, caption and body tell one figure, often rounded: "hơn 98 ngàn hộ" and 98.081 agree where both
-- can stand for one true value; two equal bounds ("trên 3%" twice) always do. Roles: one first; one repeat.
SELECT
    relation_id,
    document,
    'repeat' AS test,
    any_value(unit) FILTER (WHERE role = 'repeat') AS unit,
    CASE
        WHEN count(*) FILTER (WHERE role = 'first') <> 1 THEN 'first'
        WHEN count(*) FILTER (WHERE role = 'repeat') <> 1 THEN 'repeat'
        WHEN count(DISTINCT family) > 1 THEN 'same_unit'
    END AS missing,
    max(value) FILTER (WHERE role = 'repeat') AS stated,
    max(low) FILTER (WHERE role = 'repeat') AS stated_low,
    max(high) FILTER (WHERE role = 'repeat') AS stated_high,
    max(value) FILTER (WHERE role = 'first') AS computed,
    max(low) FILTER (WHERE role = 'first') AS computed_low,
    max(high) FILTER (WHERE role = 'first') AS computed_high
FROM relation_figure
WHERE kind = 'repeat'
GROUP BY relation_id, document

-- Grain: One test of one part against the whole that it is told to be some of.
-- Why: "29 lao động (21 nữ)": a part may be anything up to its whole, no more. Several parts told of one whole may
-- overlap, so each is held against it, the greatest decides. Roles: one whole; parts.
SELECT
    relation_id,
    document,
    'part_within_whole' AS test,
    any_value(unit) FILTER (WHERE role = 'whole') AS unit,
    CASE
        WHEN count(*) FILTER (WHERE role = 'whole') <> 1 THEN 'whole'
        WHEN count(*) FILTER (WHERE role = 'part') = 0 THEN 'part'
        WHEN count(DISTINCT family) > 1 THEN 'same_unit'
    END AS missing,
    max(value) FILTER (WHERE role = 'part') AS stated,
    max(low) FILTER (WHERE role = 'part') AS stated_low,
    max(high) FILTER (WHERE role = 'part') AS stated_high,
    max(value) FILTER (WHERE role = 'whole') AS computed,
    cast(NULL AS DECIMAL(38, 6)) AS computed_low,
    max(high) FILTER (WHERE role = 'whole') AS computed_high
FROM relation_figure
WHERE kind = 'subset'
GROUP BY relation_id, document

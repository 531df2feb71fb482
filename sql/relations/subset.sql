-- Grain: One test of the greatest part against the whole that it is some of, or of a rate against those of its parts.
-- Why: "29 lao động (21 nữ)": a part may be anything up to its whole, no more. Several parts told of one whole may
-- overlap, so each is held against it, the greatest decides. A rate of parts may well exceed that of the whole; but
-- where they are all the parts there are (town and countryside, women and men), the rate of the whole is their mean by
-- weights that nobody tells, and lies between the least and the greatest. Of figures told by their size one is at most
-- the one that words place before it. Roles: one whole; parts. Or: one higher, one lower.
WITH figure AS (
    SELECT
        *,
        role IN ('whole', 'higher') AS is_whole,
        role IN ('higher', 'lower') AS is_ranked
    FROM relation_figure
    WHERE kind = 'subset'
),

told AS (
    SELECT
        relation_id,
        document,
        bool_and(family = 'rate') AND coalesce(any_value(exhaustive), FALSE) AS is_mean,
        bool_or(is_ranked) AS is_ranked,
        any_value(unit) FILTER (WHERE is_whole) AS unit,
        count(*) FILTER (WHERE is_whole) AS wholes,
        count(*) FILTER (WHERE NOT is_whole) AS parts,
        count(DISTINCT family) AS families,
        max(value) FILTER (WHERE is_whole) AS whole,
        max(low) FILTER (WHERE is_whole) AS whole_low,
        max(high) FILTER (WHERE is_whole) AS whole_high,
        min(value) FILTER (WHERE NOT is_whole) AS least_part,
        -- a part without a bound on one side leaves the mean open there
        CASE WHEN bool_and(low IS NOT NULL) FILTER (WHERE NOT is_whole) THEN min(low) FILTER (WHERE NOT is_whole) END
            AS least_low,
        max(value) FILTER (WHERE NOT is_whole) AS greatest_part,
        max(low) FILTER (WHERE NOT is_whole) AS greatest_low,
        max(high) FILTER (WHERE NOT is_whole) AS greatest_high,
        bool_and(high IS NOT NULL) FILTER (WHERE NOT is_whole) AS has_greatest
    FROM figure
    GROUP BY relation_id, document
)

SELECT
    relation_id,
    document,
    CASE WHEN is_mean THEN 'mean_between_parts' WHEN is_ranked THEN 'ranking' ELSE 'part_within_whole' END AS test,
    unit,
    CASE
        WHEN wholes <> 1 THEN 'whole'
        WHEN parts = 0 OR (is_mean AND parts < 2) THEN 'part'
        WHEN families > 1 THEN 'same_unit'
    END AS missing,
    CASE WHEN is_mean THEN whole ELSE greatest_part END AS stated,
    CASE WHEN is_mean THEN whole_low ELSE greatest_low END AS stated_low,
    CASE WHEN is_mean THEN whole_high ELSE greatest_high END AS stated_high,
    CASE WHEN is_mean THEN greatest(least_part, least(whole, greatest_part)) ELSE whole END AS computed,
    CASE WHEN is_mean THEN least_low END AS computed_low,
    CASE WHEN NOT is_mean THEN whole_high WHEN has_greatest THEN greatest_high END AS computed_high
FROM told

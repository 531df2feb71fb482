-- Grain: One test of one figure against the same figure told earlier in the source.
-- Why: headline, lead, caption and body tell one figure, often rounded: "hơn 98 ngàn hộ" and 98.081 agree where both
-- can stand for one true value; two equal bounds ("trên 3%" twice) always do. One true value that a source prints twice
-- to the same digit and with the same word before it prints the same: 5,15% and 5,14% contradict each other, though
-- each could be the other rounded or cut off. Roles: one first; one repeat.
WITH line AS (
    SELECT
        relation_id,
        document,
        any_value(unit) FILTER (WHERE role = 'repeat') AS unit,
        CASE
            WHEN count(*) FILTER (WHERE role = 'first') <> 1 THEN 'first'
            WHEN count(*) FILTER (WHERE role = 'repeat') <> 1 THEN 'repeat'
            WHEN count(DISTINCT family) > 1 THEN 'same_unit'
        END AS missing,
        coalesce(
            count(DISTINCT comparator) = 1
            AND min(value - low) = max(value - low)
            AND min(high - value) = max(high - value)
            AND min(high - low) > 0, FALSE
        ) AS as_precise,
        max(value) FILTER (WHERE role = 'repeat') AS stated,
        max(low) FILTER (WHERE role = 'repeat') AS stated_low,
        max(high) FILTER (WHERE role = 'repeat') AS stated_high,
        max(value) FILTER (WHERE role = 'first') AS computed,
        max(low) FILTER (WHERE role = 'first') AS computed_low,
        max(high) FILTER (WHERE role = 'first') AS computed_high
    FROM relation_figure
    WHERE kind = 'repeat'
    GROUP BY relation_id, document
)

SELECT
    relation_id,
    document,
    'repeat' AS test,
    unit,
    missing,
    stated,
    CASE WHEN as_precise THEN stated ELSE stated_low END AS stated_low,
    CASE WHEN as_precise THEN stated ELSE stated_high END AS stated_high,
    computed,
    CASE WHEN as_precise THEN computed ELSE computed_low END AS computed_low,
    CASE WHEN as_precise THEN computed ELSE computed_high END AS computed_high
FROM line

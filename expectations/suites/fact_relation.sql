-- The relations that nobody has accepted as they are, with what is compared: |difference| and tolerance.
-- Both are null where a relation was not evaluated. `weight` is how grave it would be, or is, if it does not hold.
WITH accepted AS (
    SELECT relation_id FROM fact_acceptance
    WHERE state = 'applied'
)

SELECT
    judged.relation_id,
    judged.kind,
    judged.outcome,
    judged.tolerance,
    abs(judged.difference) AS size,
    coalesce(
        CASE WHEN judged.outcome = 'broken' THEN judged.severity END,
        CASE WHEN judged.test = 'peers' OR dim_norm.certainty = 'LIKELY' THEN 'info' END,
        'warning'
    ) AS weight,
    judged.outcome = CASE
        WHEN judged.difference IS NULL OR judged.tolerance IS NULL THEN 'not_evaluated'
        WHEN abs(judged.difference) <= judged.tolerance THEN 'holds'
        ELSE 'broken'
    END AS verdict_follows,
    CASE WHEN judged.test IN ('norm', 'plausible_amount') THEN dim_norm.norm_id IS NOT NULL END AS norm_named,
    CASE WHEN judged.outcome = 'broken' THEN judged.severity IS NOT NULL END AS severity_told
FROM fact_relation AS judged
LEFT JOIN dim_norm ON judged.norm_id = dim_norm.norm_id
ANTI JOIN accepted ON judged.relation_id = accepted.relation_id

-- What contradicts itself or a legal norm, the gravest first, and which value would repair it?
SELECT
    severity,
    kind,
    explanation_vi,
    proposal_value
FROM fact_finding
WHERE NOT is_accepted
ORDER BY
    list_position(['critical', 'warning', 'info'], severity),
    -- how many times over it is, so that a slip of the unit comes before one of a digit
    abs(difference) / nullif(abs(computed), 0) DESC NULLS LAST,
    relation_id

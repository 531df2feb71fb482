-- What contradicts itself or a legal norm, the gravest first, and which value would repair it?
SELECT
    severity,
    kind,
    explanation_vi,
    proposal_value
FROM view_finding
ORDER BY rank

-- What contradicts itself or a legal norm, and which reading would repair it?
SELECT
    finding.document,
    finding.severity,
    finding.kind,
    finding.stated,
    finding.computed,
    finding.explanation_vi,
    finding.proposal_value,
    finding.proposal_unit
FROM fact_finding AS finding
ORDER BY finding.severity, finding.document, finding.relation_id

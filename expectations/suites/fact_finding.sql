-- What is expected of a finding that takes other tables to see.
SELECT
    finding.relation_id,
    finding.explanation_vi,
    fact_relation.outcome IS NOT DISTINCT FROM 'broken' AS is_broken,
    CASE
        WHEN finding.proposal_observation_id IS NOT NULL
            THEN finding.proposal_reason IS NOT NULL AND member.observation_id IS NOT NULL
    END AS proposal_of_its_own
FROM fact_finding AS finding
LEFT JOIN fact_relation ON finding.relation_id = fact_relation.relation_id
LEFT JOIN fact_relation_member AS member
    ON finding.relation_id = member.relation_id AND finding.proposal_observation_id = member.observation_id
QUALIFY row_number() OVER (PARTITION BY finding.relation_id ORDER BY member.position) = 1

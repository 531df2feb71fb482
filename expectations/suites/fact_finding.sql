-- What is expected of a finding that takes other tables to see.
WITH member AS (
    SELECT DISTINCT
        relation_id,
        observation_id
    FROM fact_relation_member
)

SELECT
    finding.relation_id,
    finding.explanation_vi,
    coalesce(fact_relation.outcome = 'broken', FALSE) AS is_broken,
    CASE
        WHEN finding.proposal_observation_id IS NOT NULL
            THEN finding.proposal_reason IS NOT NULL AND member.observation_id IS NOT NULL
    END AS proposal_of_its_own
FROM fact_finding AS finding
LEFT JOIN fact_relation ON finding.relation_id = fact_relation.relation_id
LEFT JOIN member ON finding.relation_id = member.relation_id AND finding.proposal_observation_id = member.observation_id

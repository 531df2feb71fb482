-- In which programmes do figures contradict each other or a norm, in what kind of arithmetic, and how often?
SELECT
    coalesce(programme.label_vi, '(không nêu chương trình)') AS programme,
    finding.kind,
    count(DISTINCT finding.relation_id) AS findings,
    count(DISTINCT finding.document) AS documents
FROM fact_finding AS finding
INNER JOIN fact_relation_member AS member ON finding.relation_id = member.relation_id
INNER JOIN fact_observation AS figure ON member.observation_id = figure.observation_id
LEFT JOIN dim_programme AS programme ON figure.programme = programme.programme_id AND programme.programme_id <> '_T'
GROUP BY ALL
ORDER BY findings DESC, programme ASC, finding.kind ASC

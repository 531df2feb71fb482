-- Whose figures contradict themselves or a norm most often, of how many relations that could be evaluated?
SELECT
    coalesce(source.publisher, '(not told)') AS publisher,
    count(DISTINCT relation.document) AS documents,
    count(*) FILTER (relation.outcome <> 'not_evaluated') AS evaluated,
    count(*) FILTER (relation.outcome = 'broken' AND relation.severity = 'warning') AS broken,
    count(*) FILTER (relation.outcome = 'broken' AND relation.severity = 'info') AS worth_a_look
FROM fact_relation AS relation
INNER JOIN dim_document AS source ON relation.document = source.document
GROUP BY ALL
ORDER BY broken DESC, worth_a_look DESC, publisher ASC

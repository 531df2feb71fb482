-- What does a column mean, in which unit is it, and what is it taken from?
SELECT
    meta.column_name,
    meta.type,
    meta.unit,
    meta.description,
    lineage.source_table || '.' || lineage.source_column AS taken_from
FROM meta_column AS meta
LEFT JOIN meta_column_lineage AS lineage
    ON meta.table_name = lineage.table_name AND meta.column_name = lineage.column_name
WHERE meta.table_name = 'mart_housing'
ORDER BY meta.position, taken_from

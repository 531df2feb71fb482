"""What can go wrong in this room and is told to a person: one family, each message says what, where and what to do.

Anything else that is raised here is a fault of the program.
"""


class WarehouseError(Exception):
    """The run or the question cannot go on, for a reason that a person can mend."""


class DictionaryError(WarehouseError):
    """sql/tables.yml and the files of sql/ cannot be used as they are."""


class VocabularyUnusableError(WarehouseError):
    """A vocabulary file has a row that cannot be used; nothing is read with half a vocabulary."""


class RawMissingError(WarehouseError):
    """The folder of sources is not there."""


class RunInProgressError(WarehouseError):
    """Another run holds the lock."""


class SourceError(WarehouseError):
    """Something that a statement reads is not there."""


class TableError(WarehouseError):
    """A table could not be made."""


class PublishError(WarehouseError):
    """Nothing was published."""


class StaleError(PublishError):
    """The built tables do not belong together: some are missing or made from others than those that lie there."""


class ContractError(PublishError):
    """The tables do not keep what tables.yml promises."""


class LossError(PublishError):
    """The build has far fewer documents or observations than the published one."""


class NoWarehouseError(PublishError):
    """The file in the place of the warehouse is something else, or cannot be opened."""


class StorageError(WarehouseError):
    """A file could not be read or written: the disk is full, or a folder is closed or cannot be made."""

    @classmethod
    def of(cls, error: Exception) -> "StorageError":
        """What the system or DuckDB said, which names the file, with what to do."""
        return cls(f"{error}: make room, open the folder or name another, and run again; what is published stays")


class QueryError(WarehouseError):
    """A question could not be answered."""

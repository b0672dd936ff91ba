"""Claims with their paper, decisions, journal, counters and users."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from review.store import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _claims()
    _counters()
    _journal()
    _sign_in_failures()
    _users()
    _decisions()
    _documents()
    _pages()
    _summaries()
    _lines()
    _page_texts()
    _values()


def _insured_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("insured_name", sa.Text(), nullable=False),
        sa.Column("insured_id_number", sa.Text(), nullable=False),
        sa.Column("insured_scheme", sa.String(length=40), nullable=False),
        sa.Column("insured_retired", sa.Boolean(), nullable=False),
        sa.Column("insured_groups", sa.JSON(), nullable=False),
        sa.Column("insured_phone", sa.Text(), nullable=False),
        sa.Column("account_holder", sa.Text(), nullable=False),
        sa.Column("account_number", sa.Text(), nullable=False),
        sa.Column("account_bank", sa.Text(), nullable=False),
    ]


def _care_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("care_kind", sa.String(length=40), nullable=False),
        sa.Column("care_hospital", sa.Text(), nullable=False),
        sa.Column("care_hospital_level", sa.String(length=40), nullable=False),
        sa.Column("care_designated", sa.Boolean(), nullable=False),
        sa.Column("care_province", sa.Text(), nullable=False),
        sa.Column("care_region", sa.String(length=40), nullable=False),
        sa.Column("care_filing", sa.String(length=40), nullable=False),
        sa.Column("care_admitted", types.Day(), nullable=True),
        sa.Column("care_discharged", types.Day(), nullable=True),
        sa.Column("care_diagnoses", sa.JSON(), nullable=False),
        sa.Column("year_stays", sa.BigInteger(), nullable=False),
        sa.Column("year_deductible", types.Money(), nullable=False),
        sa.Column("year_basic_fund", types.Money(), nullable=False),
        sa.Column("year_serious_illness_base", types.Money(), nullable=False),
        sa.Column("year_serious_illness_fund", types.Money(), nullable=False),
        sa.Column("year_medical_aid_base", types.Money(), nullable=False),
        sa.Column("year_medical_aid_fund", types.Money(), nullable=False),
        sa.Column("year_source", sa.Text(), nullable=False),
        sa.Column("already_paid", types.Money(), nullable=False),
    ]


def _course_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("first_reviewer", sa.Text(), nullable=False),
        sa.Column("second_reviewer", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("payable", types.Money(), nullable=True),
        sa.Column("created_at", types.UtcTime(), nullable=True),
        sa.Column("received_on", types.Day(), nullable=True),
        sa.Column("due_on", types.Day(), nullable=True),
        sa.Column("paused_on", types.Day(), nullable=True),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("settlement", sa.JSON(none_as_null=True), nullable=True),
    ]


def _claims() -> None:
    op.create_table(
        "claims",
        *_insured_columns(),
        *_care_columns(),
        *_course_columns(),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_batch"), "claims", ["batch"], unique=False)
    op.create_index(op.f("ix_claims_due_on_number"), "claims", ["due_on", "number"], unique=False)
    op.create_index(op.f("ix_claims_insured_id_number"), "claims", ["insured_id_number"], unique=False)
    op.create_index(op.f("ix_claims_insured_name"), "claims", ["insured_name"], unique=False)
    op.create_index(op.f("ix_claims_state_due_on_number"), "claims", ["state", "due_on", "number"], unique=False)


def _counters() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", types.UtcTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_subject_sequence"), "journal", ["subject", "sequence"], unique=False)


def _sign_in_failures() -> None:
    op.create_table(
        "sign_in_failures",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("until", types.UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sign_in_failures")),
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("username", sa.String(length=60), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", types.UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("username", name=op.f("pk_users")),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", types.UtcTime(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_decisions_claim")),
        sa.PrimaryKeyConstraint("claim", "fingerprint", name=op.f("pk_decisions")),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("page_ids", sa.JSON(), nullable=False),
        sa.Column("review", sa.JSON(), nullable=False),
        sa.Column("review_cleared", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_documents_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_claim"), "documents", ["claim"], unique=False)


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("width", sa.BigInteger(), nullable=False),
        sa.Column("height", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("read_state", sa.String(length=40), nullable=False),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("quality", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("taken_at", types.UtcTime(), nullable=True),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_pages_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_claim"), "pages", ["claim"], unique=False)
    op.create_index(op.f("ix_pages_read_state"), "pages", ["read_state"], unique=False)
    op.create_index(op.f("ix_pages_sha256"), "pages", ["sha256"], unique=False)


def _summaries() -> None:
    op.create_table(
        "summaries",
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("total", types.Money(), nullable=False),
        sa.Column("payable", types.Money(), nullable=True),
        sa.Column("blocks", sa.BigInteger(), nullable=False),
        sa.Column("decisions", sa.BigInteger(), nullable=False),
        sa.Column("clues", sa.BigInteger(), nullable=False),
        sa.Column("doubts", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.BigInteger(), nullable=False),
        sa.Column("pages_done", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_summaries_claim")),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_summaries")),
    )


def _lines() -> None:
    op.create_table(
        "lines",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("matched_by", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("verdict_reason", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_lines_claim")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_lines_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lines")),
    )
    op.create_index(op.f("ix_lines_claim"), "lines", ["claim"], unique=False)


def _page_texts() -> None:
    op.create_table(
        "page_texts",
        sa.Column("page_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_page_texts_page_id")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_page_texts")),
    )


def _values() -> None:
    op.create_table(
        "values",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=20), nullable=False),
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=True),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("page_id", sa.BigInteger(), nullable=True),
        sa.Column("box", sa.JSON(), nullable=True),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_values_claim")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_values_document_id")),
        sa.ForeignKeyConstraint(["line_id"], ["lines.id"], name=op.f("fk_values_line_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_values_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_values")),
    )
    op.create_index(op.f("ix_values_claim"), "values", ["claim"], unique=False)
    op.create_index(
        "ix_values_receipt_numbers",
        "values",
        ["value"],
        unique=False,
        sqlite_where=sa.text("\"key\" = 'invoice_number'"),
        postgresql_where=sa.text("\"key\" = 'invoice_number'"),
    )

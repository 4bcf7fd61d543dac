"""The rule record: what only a person can know about a break between releases.

The JSON Schema that editors use (`rules/rule.schema.json`) is generated from these classes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints

RULE_ID = r"^TFU[1-9]\d{3}$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME = r"[A-Za-z_]\w*(\.\w+)*(\(\w+=\)|\(\)\.\w+)?"
DETECTED = rf"^({NAME}|[A-Za-z_]\w*(\.\w+)*\.\*)$"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
RuleId = Annotated[str, Field(pattern=RULE_ID)]
Slug = Annotated[str, Field(pattern=SLUG)]
Minor = Annotated[str, Field(pattern=r"^2\.\d+$")]
Version = Annotated[str, Field(pattern=r"^\d+(\.\d+)+$")]


class Record(BaseModel):
    """Base of all parts of a rule: unknown keys are faults, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Change(StrEnum):
    """What kind of change broke the code."""

    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    SIGNATURE = "signature"
    DEFAULT = "default"
    BEHAVIOUR = "behaviour"
    FORMAT = "format"
    DEPENDENCY = "dependency"


class Impact(StrEnum):
    """What a user meets first: `silent` runs and does something else, `none` still works in the newest."""

    ERROR = "error"
    SILENT = "silent"
    WARNING = "warning"
    NONE = "none"


class Safety(StrEnum):
    """Whether the fix can be applied without thinking."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


class Status(StrEnum):
    """Where a rule stands in its life; a withdrawn one keeps its page for ever."""

    DRAFT = "draft"
    STABLE = "stable"
    WITHDRAWN = "withdrawn"


class Symbol(Record):
    """A public name that the rule is about.

    Forms: `tf.keras.models.load_model` (any dotted name), `tf.keras.optimizers.Adam(lr=)` (an argument),
    `tf.keras.Model.predict_classes` (a member), `tf.keras.optimizers.Adam().lr` (an attribute of instances).
    """

    name: str = Field(pattern=f"^{NAME}$")
    replacement: Line | None = None


class TensorFlowVersions(Record):
    """The releases in which something changes; each claim is checked against the measurements.

    Broken from `breaks_from` on, but not from `fixed_from` to before `breaks_again_from`, nor from `fixed_again_from`
    on.
    """

    replacement_from: Minor
    warns_from: Minor | None = None
    breaks_from: Minor | None = None
    fixed_from: Minor | None = None
    breaks_again_from: Minor | None = None
    fixed_again_from: Minor | None = None


class OtherVersions(Record):
    """The same for another package whose version is the real cause."""

    warns_from: Version | None = None
    breaks_from: Version


class KerasVersions(Record):
    """The same for Keras, which is measured in all minors of Keras 3 on one TensorFlow (`keras_axis.py`).

    Broken from `breaks_from` on, but not from `fixed_from` to before `breaks_again_from`, nor from `fixed_again_from`
    on. Of each minor the last patch is measured.
    """

    breaks_from: Version
    fixed_from: Version | None = None
    breaks_again_from: Version | None = None
    fixed_again_from: Version | None = None


class Versions(Record):
    """Where the break lies; packages beside TensorFlow only where the cause moves with them."""

    tensorflow: TensorFlowVersions
    keras: KerasVersions | None = None
    numpy: OtherVersions | None = None
    protobuf: OtherVersions | None = None
    h5py: OtherVersions | None = None
    python: OtherVersions | None = None


class Fix(Record):
    """How `after` differs from `before`, in one line, and how far it can be trusted."""

    action: Annotated[Line, StringConstraints(max_length=200)]
    safety: Safety
    why: Text | None = None
    works_on_both: bool = False


class Requirements(Record):
    """An environment rule: `before.txt` and `after.txt` are installed, and `program.py` runs in each.

    `releases`: the first and the last release in which that is done. `python`: the Python of a file, where it is not
    the release's own.
    """

    releases: tuple[Minor, Minor]
    python: dict[str, Annotated[str, Field(pattern=r"^3\.\d+$")]] = {}


class Example(Record):
    """How the lab runs this rule's files, where the defaults do not do.

    `isolated`: run each file in a fresh process (rules about imports or environment variables).
    `prepare_in`: run `prepare.py` in that release first; the files that it leaves are given to the others.
    `tolerance`: relative and absolute difference at which two numbers still count as the same.
    `seconds`: limit of wall time of one run.
    `results_differ`: why the results of `before` and `after` cannot be the same.
    """

    isolated: bool = False
    prepare_in: Minor | None = None
    tolerance: float = Field(default=1e-4, gt=0, le=0.1)
    seconds: int = Field(default=120, ge=1, le=600)
    results_differ: Text | None = None
    requirements: Requirements | None = None


class Withdrawn(Record):
    """Why a rule was withdrawn, and what to read instead."""

    reason: Text
    replaced_by: RuleId | None = None


class Reference(Record):
    """A source, and the statement that it supports."""

    title: Line
    url: HttpUrl
    supports: Line


class Detect(Record):
    """How tools find the old code, where what follows from the symbols does not do.

    `names`: what to look for instead of the symbols, in the same forms, or `tf.estimator.*` for a whole module;
    nothing where the list is empty. `receivers`: look for a member on `any` object, or on those alone that are
    `named` like one (`model.save`); where it is missing, the member's own name decides. `semgrep`: a YAML list of
    Semgrep patterns, each certain, beside the names; `semgrep_likely`: of those that may be wrong. `unseen`: what
    tools cannot see. `lines`: which lines of an example the rule is about, where it does not follow from the fix.
    """

    names: tuple[Annotated[str, Field(pattern=DETECTED)], ...] | None = None
    receivers: Literal["any", "named"] | None = None
    semgrep: Text | None = None
    semgrep_likely: Text | None = None
    unseen: Text | None = None
    lines: dict[str, tuple[int, ...]] = {}


class Cells(Record):
    """Failures in the saved-model matrix that the rule is about.

    `saved_as`, `load_with`, `kinds`: names of ways and of kinds of model, any where empty. `message`: a part of the
    message. `saved_by` and `loaded_by`: two releases each; between them every load that was tried must fail so.
    `saving`: it is saving that fails, in a way of `saved_as`; nothing is loaded then.
    """

    saving: bool = False
    saved_as: tuple[str, ...] = ()
    load_with: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    verdict: Literal["differs", "unusable", "error"] = "error"
    message: str = ""
    saved_by: tuple[Minor, Minor] | None = None
    loaded_by: tuple[Minor, Minor] | None = None


class Rule(Record):
    """One break between releases."""

    id: RuleId
    slug: Slug
    former_slugs: tuple[Slug, ...] = ()
    title: Annotated[Line, StringConstraints(max_length=100)]
    summary: Annotated[Line, StringConstraints(max_length=120)]
    status: Status
    withdrawn: Withdrawn | None = None
    change: Change
    impact: Impact
    symbols: tuple[Symbol, ...] = ()
    versions: Versions
    fix: Fix
    example: Example = Example()
    explanation: Text
    when_not: Text | None = None
    detect: Detect | None = None
    cells: tuple[Cells, ...] = ()
    not_in_matrix: Text | None = Field(
        default=None,
        description="why the saved-model matrix cannot show what a rule of category 4 without `cells` is about",
    )
    related: tuple[RuleId, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)

    @property
    def category(self) -> int:
        """Number of the category, the first digit of the ID."""
        return int(self.id[3])


class Category(Record):
    """A group of rules; `number` is the first digit of their IDs, `slug` their folder."""

    number: int = Field(ge=1, le=9)
    slug: Slug
    title: Line
    summary: Line


class Categories(Record):
    """The content of `rules/categories.yml`."""

    categories: tuple[Category, ...] = Field(min_length=1)


Outcome = Literal["ok", "warns", "error", "wrong", "missing", "timeout", "crash", "unavailable"]

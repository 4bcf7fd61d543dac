"""What all tests share: the checkout, and a small registry of their own that they may break."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


class Checkout:
    """A copy of the registry with one rule, TFU2001, and all of its measurements."""

    def __init__(self, root: Path):
        self.root = root
        self.yaml = root / "rules/layers/TFU2001-v1-variable-weights-not-tracked.yml"
        self.example = root / "runnable_examples/TFU2001"

    def replace(self, old: str, new: str) -> None:
        """Change the rule file; the old text must be there."""
        text = self.yaml.read_text()
        assert old in text
        self.yaml.write_text(text.replace(old, new, 1))

    def line_of(self, text: str) -> int:
        """Number of the first line of the rule file that holds `text`."""
        return next(n for n, line in enumerate(self.yaml.read_text().splitlines(), 1) if text in line)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    for name in ("rules/releases.yml", "rules/categories.yml", "rules/rule.schema.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("runnable_examples/environments", "runnable_examples/TFU2001"):
        shutil.copytree(ROOT / name, tmp_path / name)
    copy = Checkout(tmp_path)
    copy.yaml.parent.mkdir()
    shutil.copy(ROOT / copy.yaml.relative_to(tmp_path), copy.yaml)
    text = copy.yaml.read_text()
    start = text.index("related:")
    copy.yaml.write_text(text[:start] + "related: []\n" + text[text.index("references:") :])
    return copy

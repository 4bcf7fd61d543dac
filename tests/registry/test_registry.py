"""The registry as it stands: every rule holds."""

from scripts.registry.load import inspect
from scripts.registry.requirements import measured_releases
from scripts.registry.rule import Impact, Status


def test_every_rule_holds(root):
    registry, faults = inspect(root)
    assert [str(fault) for fault in faults] == []
    assert len(registry.rules) >= 60


def test_every_rule_is_measured_in_every_environment(root):
    registry, _ = inspect(root)
    for rule in registry.rules.values():
        wanted = set(registry.releases.environments)
        if rule.example.requirements:
            wanted = set(measured_releases(rule, registry.releases))
        for name, record in registry.measured[rule.id].files.items():
            assert set(record.by_environment()) == wanted, (rule.id, name)


def test_a_stable_break_shows_what_users_see(root):
    """An error has a message, a silent break two values."""
    registry, _ = inspect(root)
    for rule in registry.rules.values():
        if rule.status is not Status.STABLE or not rule.versions.tensorflow.breaks_from:
            continue
        before = "before.txt" if rule.example.requirements else "before.py"
        run = registry.measured[rule.id].run(before, rule.versions.tensorflow.breaks_from)
        if rule.impact is Impact.ERROR:
            assert run.error or run.signal or run.limit, rule.id
        elif rule.impact is Impact.SILENT and not rule.example.requirements:
            old = registry.measured[rule.id].run(
                "before.py", registry.releases.before(rule.versions.tensorflow.breaks_from)[-1]
            )
            assert run.result != old.result, rule.id

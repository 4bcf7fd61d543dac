"""The saved-model pages, as a reader uses them."""

import json

import pytest

from scripts.export.forms import SavedModels


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.foreign = []
    page.on("request", lambda one: page.foreign.append(one.url) if not one.url.startswith(address) else None)
    yield page
    context.close()


def answer(page):
    page.wait_for_selector("#saved-models-answer .verdict")
    return page.locator("#saved-models-answer").inner_text()


def test_a_link_gives_the_verdict_the_message_and_the_code(page, address):
    page.goto(f"{address}saved-models.html?saved=2.0&as=saved_model&with=2.21&kind=functional_two_inputs&state=trained")
    text = answer(page)
    assert "session of tf.compat.v1" in text and "v1.saved_model.load" in text
    assert "'_UserObject' object has no attribute 'add_slot'" in text
    assert "File format not supported" in text
    assert page.locator("select[name=with]").input_value() == "2.21"
    assert not page.foreign


def test_where_the_obvious_call_fails_the_recipes_that_ran_in_that_release_are_named(page, address):
    page.goto(f"{address}saved-models.html?saved=2.15&as=keras&with=2.16")
    answer(page)
    text = page.locator("#saved-models-answer .recipes li", has_text="TFU4032").inner_text()
    assert "Run in TensorFlow 2.16 with a file of TensorFlow 2.15: after.py, after_custom_objects.py" in text
    page.goto(f"{address}saved-models.html?saved=2.15&as=keras&with=2.15&kind=sequential")
    answer(page)
    assert not page.locator("#saved-models-answer .recipes").count(), "nothing fails, nothing is needed"


def test_a_failure_that_needs_no_rule_says_why(page, address):
    page.goto(f"{address}saved-models.html?saved=2.15&as=h5&with=2.15&kind=custom_layer")
    assert "a class or function of one's own is not given in custom_objects" in answer(page)


def test_a_choice_changes_the_address_and_the_answer(page, address):
    page.goto(f"{address}saved-models.html?saved=2.0&as=h5&with=2.21&kind=functional_two_inputs")
    answer(page)
    page.locator("select[name=with]").select_option("2.15")
    page.wait_for_function("location.search.includes('with=2.15')")
    assert page.locator("#saved-models-answer .verdict").inner_text().startswith("loads")


def test_an_unknown_choice_in_the_address_does_no_harm(page, address):
    page.goto(f"{address}saved-models.html?saved=1.15&as=pickle&with=%3Cb%3E")
    assert answer(page)


def test_what_cannot_be_saved_so_says_why(page, address):
    page.goto(f"{address}saved-models.html?saved=2.16&as=saved_model&with=2.21")
    assert "cannot save so" in answer(page)


def test_every_cell_of_a_heat_map_arrives_at_its_answer(page, address):
    page.goto(f"{address}saved-models/h5.html")
    link = page.locator("table.heat").first.locator("tbody tr").first.locator("a").last
    assert int(link.locator("small").inner_text().split()[-1]) >= 1, "kinds of model behind the cell"
    link.click()
    assert answer(page)
    assert page.locator("select[name=as]").input_value() == "h5"


def test_a_heat_map_fits_a_phone(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}saved-models/h5.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    caption = page.locator("table.heat caption .text").first.bounding_box()
    assert caption["x"] >= 0 and caption["x"] + caption["width"] <= 390
    context.close()


def test_without_javascript_the_tables_are_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}saved-models.html")
    assert page.locator("table.survival tbody tr").count() == 12
    assert not page.locator("#saved-models-picker").is_visible()
    page.locator("table.survival a").first.click()
    assert page.locator("table.heat").count() >= 1
    context.close()


def test_a_phone_scrolls_the_table_and_not_the_page(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    for path in ("saved-models.html?saved=2.0&as=h5&with=2.21", "saved-models/h5.html"):
        page.goto(address + path)
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_dropped_file_is_inspected_and_leads_to_what_loads_it(page, address, tmp_path):
    config = {"class_name": "Sequential", "config": {"layers": []}, "keras_version": "2.4.0", "backend": "tensorflow"}
    path = tmp_path / "model.json"
    path.write_text(json.dumps(config))
    page.goto(f"{address}saved-models.html")
    answer(page)
    page.locator("#inspect-model input[type=file]").set_input_files(path)
    page.locator("#inspect-model .verdict").get_by_text("model.json").wait_for()
    page.get_by_role("button", name="What loads it?").click()
    assert page.locator("select[name=as]").input_value() == "json"
    assert not page.foreign


def test_what_will_happen_to_a_dropped_file_is_foretold(page, address, tmp_path):
    layers = [{"class_name": "LSTM", "config": {"name": "<b>lstm</b>", "units": 2}}]
    config = {"class_name": "Functional", "config": {"layers": layers}, "keras_version": "2.9.0"}
    (tmp_path / "model.json").write_text(json.dumps(config))
    page.goto(f"{address}saved-models.html?with=2.15")
    answer(page)
    page.locator("#inspect-model input[type=file]").set_input_files(tmp_path / "model.json")
    choice = page.get_by_label("What will happen with")
    assert choice.input_value() == "2.15"
    assert "Saved by Keras 2.9.0, as it came with TensorFlow 2.9." in page.locator("#inspect-model").inner_text()
    told = page.locator("#inspect-model dl.ways")
    assert "same outputs" in told.inner_text() and "as measured with" in told.inner_text()
    choice.select_option("2.21")
    assert "does not load" in told.inner_text() and "LSTM" in told.inner_text()
    assert not page.foreign


def test_a_file_that_is_no_model_gets_a_plain_message_and_the_page_works_on(page, address, tmp_path):
    path = tmp_path / "picture.h5"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    page.goto(f"{address}saved-models.html")
    answer(page)
    page.locator("#inspect-model input[type=file]").set_input_files(path)
    page.locator("#inspect-model .word", has_text="problem").wait_for()
    page.locator("select[name=with]").select_option("2.15")
    page.wait_for_function("location.search.includes('with=2.15')")


def test_the_data_fit_their_schema(site):
    folder = site / "api/v1"
    data = json.loads((folder / "saved-models.json").read_text())
    SavedModels.model_validate(data)
    assert set(data) == set(json.loads((folder / "saved-models.schema.json").read_text())["properties"])
    assert data["license"] == "CC0-1.0" and data["kinds"]["sequential"]["measured"]["loads"]

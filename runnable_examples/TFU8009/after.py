from tensorflow.keras import utils

utils.get_custom_objects().update({"swish_1": lambda x: x})
result = "swish_1" in utils.get_custom_objects()

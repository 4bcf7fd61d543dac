from keras.utils import generic_utils

generic_utils.get_custom_objects().update({"swish_1": lambda x: x})
result = "swish_1" in generic_utils.get_custom_objects()

import pydantic
import tensorflow as tf


class Settings(pydantic.BaseModel):
    units: int


result = float(tf.reduce_sum(tf.ones([Settings(units=3).units])))

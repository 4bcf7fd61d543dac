import tensorflow as tf

weight = tf.Variable(2.0)
names = {weight.experimental_ref(): "weight"}

result = {"name": names[weight.experimental_ref()]}

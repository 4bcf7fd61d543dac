import tensorflow as tf

weight = tf.Variable(2.0)
names = {weight.ref(): "weight"}

result = {"name": names[weight.ref()]}

import tensorflow as tf

with tf.Graph().as_default(), tf.compat.v1.Session() as session:
    dataset = tf.data.Dataset.range(3)
    iterator = tf.compat.v1.data.make_initializable_iterator(dataset)
    number = iterator.get_next()
    session.run(iterator.initializer)
    numbers = [int(session.run(number)), int(session.run(number))]

    number = tf.compat.v1.data.make_one_shot_iterator(dataset.skip(2)).get_next()
    numbers.append(int(session.run(number)))

result = numbers

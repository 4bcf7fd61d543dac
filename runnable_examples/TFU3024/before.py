import tensorflow as tf

train_loss = tf.keras.metrics.Mean(name="train_loss")
mean_of_epoch = []
for epoch in [[4.0, 2.0], [1.0, 1.0]]:
    train_loss.reset_states()
    for loss in epoch:
        train_loss.update_state(loss)
    mean_of_epoch.append(float(train_loss.result()))

result = {"mean loss of each epoch": mean_of_epoch}

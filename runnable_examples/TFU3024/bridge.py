import tensorflow as tf

train_loss = tf.keras.metrics.Mean(name="train_loss")
reset = getattr(train_loss, "reset_state", None) or train_loss.reset_states
mean_of_epoch = []
for epoch in [[4.0, 2.0], [1.0, 1.0]]:
    reset()
    for loss in epoch:
        train_loss.update_state(loss)
    mean_of_epoch.append(float(train_loss.result()))

result = {"mean loss of each epoch": mean_of_epoch}

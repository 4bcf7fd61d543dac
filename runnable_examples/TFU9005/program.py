from tensorboard import default, program

server = program.TensorBoard(default.get_plugins())
server.configure(logdir="logs")
result = server.flags.logdir

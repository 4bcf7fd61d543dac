"""Locks a process in before it runs a stranger's example. Standard library only, Python 3.7 syntax.

Linux gives the means, and each may be missing on some system; `enter` returns which of them hold:

* namespaces (user, network, process, IPC): no network, and everything started dies with the first process;
* Landlock: files can be read in the interpreter's and the system's folders only, and written in one folder;
* resource limits: CPU time, memory, file size, open files, and processes (not for root, whom the kernel
  exempts: there the worker counts processes instead).

Sources: unshare(2), user_namespaces(7), pid_namespaces(7), landlock(7), setrlimit(2).
"""

import ctypes
import os
import resource
import signal
import sys

CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x08000000, 0x10000000, 0x20000000, 0x40000000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
READ = (1 << 0) | (1 << 2) | (1 << 3)  # execute, read a file, list a folder
# Number of file access rights, and whether TCP rights exist, by version of Landlock's interface.
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
MAX_PROCESSES = 64

_libc = ctypes.CDLL(None, use_errno=True)


def end_with_parent():
    """Have the kernel end this process when its parent ends, however that happens."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def unshare():
    """Leave the network and the process tree of the machine; returns the protections that hold.

    The caller stays where it is in the process tree: its next child is process 1 of the new one.
    """
    uid, gid = os.getuid(), os.getgid()
    private = CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC
    if _libc.unshare(CLONE_NEWUSER | private) == 0:
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", "%d %d 1" % (uid, uid))
        _write("/proc/self/gid_map", "%d %d 1" % (gid, gid))
        return {"network", "processes end together"}
    if _libc.unshare(private) == 0:
        return {"network", "processes end together"}
    return set()


def limit(cpu_seconds, memory_bytes):
    """Set resource limits on this process and all that it starts; returns the protections that hold."""
    limits = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_DATA: memory_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 1 << 30,
        resource.RLIMIT_NOFILE: 1024,
    }
    for name, value in limits.items():
        hard = resource.getrlimit(name)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(name, (value, value))
    return {"time", "memory", "file size"}


def limit_processes():
    """Limit the number of processes and threads; for root, whom the kernel exempts, the worker counts."""
    if os.getuid() != 0:
        resource.setrlimit(resource.RLIMIT_NPROC, (4 * MAX_PROCESSES, 4 * MAX_PROCESSES))
    return {"number of processes"}


def restrict_files(writable):
    """Allow reading what Python and the system need, and writing in `writable`; returns what holds."""
    version = _libc.syscall(LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return set()
    rights = (1 << FILE_RIGHTS[min(version, max(FILE_RIGHTS))]) - 1
    handled = (ctypes.c_uint64 * 2)(rights, 3 if version >= 4 else 0)
    ruleset = _libc.syscall(LANDLOCK_CREATE, ctypes.byref(handled), ctypes.c_size_t(16 if version >= 4 else 8), 0)
    if ruleset < 0:
        return set()
    for path in readable_folders():
        _allow(ruleset, path, READ)
    for path in (writable, "/dev/null", "/dev/shm", "/dev/urandom", "/dev/zero"):
        _allow(ruleset, path, rights)
    _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = _libc.syscall(LANDLOCK_RESTRICT, ruleset, 0)
    os.close(ruleset)
    if done != 0:
        return set()
    return {"files", "network"} if version >= 4 else {"files"}


def readable_folders():
    """Folders that Python and TensorFlow read: the environment, its base, and the system's."""
    here = os.path.dirname(os.path.abspath(__file__))
    prefixes = [sys.prefix, sys.base_prefix, os.path.realpath(sys.executable + "/../.."), here]
    system = ["/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc", "/proc", "/sys", "/opt"]
    return [path for path in prefixes + system if os.path.exists(path)]


def _allow(ruleset, path, rights):
    class PathBeneath(ctypes.Structure):
        _pack_ = 1
        _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]

    if not os.path.exists(path):
        return
    if not os.path.isdir(path):
        rights &= (1 << 0) | (1 << 1) | (1 << 2) | (1 << 14)  # the rights that a file can have
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rule = PathBeneath(rights, folder)
    _libc.syscall(LANDLOCK_ADD, ruleset, 1, ctypes.byref(rule), 0)
    os.close(folder)


def _write(path, text):
    with open(path, "w") as file:
        file.write(text)

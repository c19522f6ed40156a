#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "ApusLLVM.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__unix__) || defined(__APPLE__)
#include <dlfcn.h>
#include <pthread.h>

// Those parts of the C interface of LLVM that are used; they are the same in all versions below.
typedef struct {
  unsigned optimization;
  int codeModel;
  int keepsFramePointer;
  int usesFastSelection;
  void *memoryManager;
} EngineOptions;

typedef struct {
  void *handle;
  void *(*contextCreate)(void);
  void (*contextDispose)(void *);
  void *(*bufferCreate)(const char *, size_t, const char *);
  int (*parse)(void *context, void *buffer, void **module, char **message);
  void (*disposeMessage)(char *);
  void (*disposeModule)(void *);
  void (*initializeOptions)(EngineOptions *, size_t);
  int (*engineCreate)(void **engine, void *module, EngineOptions *, size_t, char **message);
  uint64_t (*functionAddress)(void *engine, const char *name);
  void (*engineDispose)(void *);
} Library;

enum { OLDEST = 14, NEWEST = 21 };

static Library libraries[NEWEST + 1];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char isTried[NEWEST + 1];

static void *opened(int version) {
  static const char *const patterns[] = {
    "libLLVM.so.%d.1", "libLLVM-%d.so.1", "libLLVM-%d.so", "/opt/homebrew/opt/llvm@%d/lib/libLLVM.dylib",
    "/usr/local/opt/llvm@%d/lib/libLLVM.dylib",
  };
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
    char name[96];
    snprintf(name, sizeof name, patterns[i], version);
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
  }
  return NULL;
}

static int initialize(void *handle) {
#if defined(__aarch64__)
  static const char *const names[] = {
    "LLVMInitializeAArch64TargetInfo", "LLVMInitializeAArch64Target", "LLVMInitializeAArch64TargetMC",
    "LLVMInitializeAArch64AsmPrinter", "LLVMLinkInMCJIT",
  };
#else
  static const char *const names[] = {
    "LLVMInitializeX86TargetInfo", "LLVMInitializeX86Target", "LLVMInitializeX86TargetMC",
    "LLVMInitializeX86AsmPrinter", "LLVMLinkInMCJIT",
  };
#endif
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void (*function)(void) = (void (*)(void))dlsym(handle, names[i]);
    if (!function) return 0;
    function();
  }
  return 1;
}

// Fills in the functions; what lacks one of them is not used.
static int load(Library *l) {
  struct {
    const char *name;
    void **place;
  } functions[] = {
    {"LLVMContextCreate", (void **)&l->contextCreate},
    {"LLVMContextDispose", (void **)&l->contextDispose},
    {"LLVMCreateMemoryBufferWithMemoryRangeCopy", (void **)&l->bufferCreate},
    {"LLVMParseIRInContext", (void **)&l->parse},
    {"LLVMDisposeMessage", (void **)&l->disposeMessage},
    {"LLVMDisposeModule", (void **)&l->disposeModule},
    {"LLVMInitializeMCJITCompilerOptions", (void **)&l->initializeOptions},
    {"LLVMCreateMCJITCompilerForModule", (void **)&l->engineCreate},
    {"LLVMGetFunctionAddress", (void **)&l->functionAddress},
    {"LLVMDisposeExecutionEngine", (void **)&l->engineDispose},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    *functions[i].place = dlsym(l->handle, functions[i].name);
    if (!*functions[i].place) return 0;
  }
  return initialize(l->handle);
}

static Library *library(int version) {
  if (version < OLDEST || version > NEWEST) return NULL;
  pthread_mutex_lock(&lock);
  Library *l = &libraries[version];
  if (!isTried[version]) {
    isTried[version] = 1;
    l->handle = opened(version);
    // A library that was initialised in part stays loaded: it is not made to be unloaded.
    if (l->handle && !load(l)) l->handle = NULL;
  }
  pthread_mutex_unlock(&lock);
  return l->handle ? l : NULL;
}

int apus_llvm_has_version(int version) { return library(version) != NULL; }

int apus_llvm_version(void) {
  for (int version = NEWEST; version >= OLDEST; version--) {
    if (library(version)) return version;
  }
  return 0;
}

struct ApusLLVM {
  Library *library;
  void *context;
  void *engine;
};

static void say(char *message, size_t size, const char *text) {
  if (size) snprintf(message, size, "%s", text ? text : "no reason was given");
}

ApusLLVM *apus_llvm_compile(
  int version, const char *text, size_t length, int optimization, uint64_t *scalar, uint64_t *batch, char *message,
  size_t messageSize) {
  Library *l = library(version);
  if (!l) {
    say(message, messageSize, "there is no LLVM library");
    return NULL;
  }
  ApusLLVM *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  made->library = l;
  made->context = l->contextCreate();
  void *module = NULL;
  char *reason = NULL;
  // The parser takes over the buffer, the engine the module.
  if (l->parse(made->context, l->bufferCreate(text, length, "apus"), &module, &reason)) {
    say(message, messageSize, reason);
    l->contextDispose(made->context);
    free(made);
    return NULL;
  }
  EngineOptions options;
  l->initializeOptions(&options, sizeof options);
  options.optimization = (unsigned)optimization;
  if (l->engineCreate(&made->engine, module, &options, sizeof options, &reason)) {
    say(message, messageSize, reason);
    l->contextDispose(made->context);
    free(made);
    return NULL;
  }
  *scalar = l->functionAddress(made->engine, "scalar");
  *batch = l->functionAddress(made->engine, "batch");
  return made;
}

void apus_llvm_dispose(ApusLLVM *compiled) {
  if (!compiled) return;
  compiled->library->engineDispose(compiled->engine);
  compiled->library->contextDispose(compiled->context);
  free(compiled);
}

#else

int apus_llvm_version(void) { return 0; }
int apus_llvm_has_version(int version) { return (void)version, 0; }
ApusLLVM *apus_llvm_compile(
  int version, const char *text, size_t length, int optimization, uint64_t *scalar, uint64_t *batch, char *message,
  size_t messageSize) {
  (void)version, (void)text, (void)length, (void)optimization, (void)scalar, (void)batch;
  if (messageSize) snprintf(message, messageSize, "there is no LLVM library");
  return NULL;
}
void apus_llvm_dispose(ApusLLVM *compiled) { (void)compiled; }

#endif

using System;

namespace ExchangeNamespace.Packager;

/// <summary>Why a package cannot be made; the message says what to do.</summary>
internal sealed class PackageException(string message) : Exception(message);

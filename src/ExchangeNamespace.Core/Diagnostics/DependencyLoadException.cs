using System;

namespace ExchangeNamespace.Diagnostics;

/// <summary>A private library of the module cannot be loaded; its error id is <c>DependencyLoadFailed</c>.</summary>
public sealed class DependencyLoadException : Exception
{
    /// <summary>A fault of loading.</summary>
    /// <param name="feature">The feature whose library is meant, the name of its folder below bin/lib.</param>
    /// <param name="inner">What the runtime said.</param>
    public DependencyLoadException(string feature, Exception inner)
        : base($"The module's library for '{feature}' cannot be loaded: {inner.Message}", inner) =>
        Feature = feature;

    /// <summary>The feature whose library is meant.</summary>
    public string Feature { get; }
}

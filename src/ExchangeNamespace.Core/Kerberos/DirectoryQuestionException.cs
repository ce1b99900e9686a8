using System;

namespace ExchangeNamespace.Kerberos;

/// <summary>A directory that did not answer, or not as one.</summary>
/// <param name="id">The error id, one of <c>FaultIds</c>.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What the library said; null without it.</param>
internal sealed class DirectoryQuestionException(string id, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Id { get; } = id;
}

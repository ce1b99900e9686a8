using System;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>A page that cannot be turned into help; the message begins with file and line.</summary>
internal sealed class PageException(string file, int line, string message) : Exception($"{file}:{line}: {message}");

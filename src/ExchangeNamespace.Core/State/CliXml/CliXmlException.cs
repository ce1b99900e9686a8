using System;

namespace ExchangeNamespace.State.CliXml;

/// <summary>A document that is no CliXml, or larger or deeper than any capture.</summary>
internal sealed class CliXmlException(string message) : Exception(message);

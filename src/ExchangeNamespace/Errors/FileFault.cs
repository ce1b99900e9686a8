using System;
using System.Management.Automation;

namespace ExchangeNamespace.Errors;

/// <summary>A file that could not be read or written, with the record to report.</summary>
internal sealed class FileFault(ErrorRecord record) : Exception(record.ErrorDetails.Message)
{
    public ErrorRecord Record { get; } = record;
}

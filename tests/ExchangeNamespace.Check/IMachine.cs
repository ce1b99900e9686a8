using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Check;

/// <summary>What the check asks of the machine it runs on.</summary>
internal interface IMachine
{
    /// <summary>Whether Debian packages can be looked up and installed.</summary>
    bool IsDebian { get; }

    /// <summary>Whether this process may install them.</summary>
    bool MayInstall { get; }

    /// <summary>Whether a Debian package is installed.</summary>
    bool IsInstalled(string package);

    /// <summary>Runs a program to its end, or ends it after a time.</summary>
    /// <returns>Its exit code.</returns>
    int Run(string program, IEnumerable<string> arguments, TimeSpan limit);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>
/// Lets a script read each certificate file once, into a variable, instead of in every line. A line that is pasted alone reads it itself.
/// </summary>
/// <param name="files">The files.</param>
internal sealed class CertificateVariables(IReadOnlyList<string> files)
{
    private readonly HashSet<(string, string)> _known = [];

    /// <summary>The line with variables; before the first on each machine that uses one stands the line that sets it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="machine">Where it is run.</param>
    public IEnumerable<string> Use(string line, string machine)
    {
        for (int i = 0; i < files.Count; i++)
        {
            string expression = CommandValue.CertificateOfFile(files[i]);
            if (line.IndexOf(expression, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            string variable = "$NewCertificate" + (files.Count == 1 ? string.Empty : (i + 1).ToString(CultureInfo.InvariantCulture));
            if (_known.Add((machine, variable)))
            {
                yield return ScriptComment.Line("Later lines use this variable: in a new window, set it again first.");
                yield return variable + " = " + expression;
            }

            line = line.Replace(expression, variable);
        }

        yield return line;
    }
}
